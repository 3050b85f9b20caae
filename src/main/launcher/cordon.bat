@echo off
rem Starts Cordon with the Java found in JAVA_HOME or on the PATH (17 or newer).
setlocal
set "CORDON_HOME=%~dp0.."
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto %CORDON_JAVA_OPTS% -cp "%CORDON_HOME%\lib\*" org.cordonrt.cli.Main %*
exit /b %ERRORLEVEL%
