@echo off
rem Windows: starts ${command.name} with the Java of JAVA_HOME, else with the one on the PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem In place of the options of others, not beside them: Java does not start with two collectors.
if not defined JAVA_OPTS if not defined JDK_JAVA_OPTIONS if not defined JAVA_TOOL_OPTIONS if not defined _JAVA_OPTIONS set "JAVA_OPTS=${command.jvm}"
"%JAVA%" %JAVA_OPTS% -jar "%~dp0${command.name}.jar" %*
exit /b %ERRORLEVEL%
