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
# JAVA_OPTS may hold several options, hence no quotes.
# shellcheck disable=SC2086
exec "$java" ${JAVA_OPTS-} -jar "$folder/${command.name}.jar" "$@"
