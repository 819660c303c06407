@echo off
rem Windows: starts ${command.name} with the Java of JAVA_HOME, else with the one on the PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" %JAVA_OPTS% -jar "%~dp0${command.name}.jar" %*
exit /b %ERRORLEVEL%
