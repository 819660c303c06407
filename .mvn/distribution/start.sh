#!/bin/sh
# Linux and macOS: starts ${command.name} with the Java of JAVA_HOME, else with the one on the PATH.
set -eu
script=$0
while [ -L "$script" ]; do
  target=$(readlink "$script")
  case $target in
    /*) script=$target ;;
    *) script=$(dirname "$script")/$target ;;
  esac
done
folder=$(CDPATH='' cd "$(dirname "$script")" && pwd)
java=java
if [ -n "${JAVA_HOME-}" ]; then
  java=$JAVA_HOME/bin/java
fi
# In place of the options of others, not beside them: Java does not start with two collectors.
options=${JAVA_OPTS-}
if [ -z "$options${JDK_JAVA_OPTIONS-}${JAVA_TOOL_OPTIONS-}${_JAVA_OPTIONS-}" ]; then
  options="${command.jvm}"
fi
# Several options, hence no quotes.
# shellcheck disable=SC2086
exec "$java" $options -jar "$folder/${command.name}.jar" "$@"
