@echo off
rem Starts Cordon with the Java that came with it, or that found in JAVA_HOME or on the PATH (17 or newer).
rem CORDON_JAVA_OPTS adds options for the Java virtual machine, e.g. -Xmx1g.
setlocal
for %%I in ("%~dp0..") do set "CORDON_HOME=%%~fI"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (for %%I in (java.exe) do set "JAVA=%%~$PATH:I")
if exist "%CORDON_HOME%\runtime\bin\java.exe" set "JAVA=%CORDON_HOME%\runtime\bin\java.exe"
if not exist "%JAVA%" (
  echo cordon: no Java found: install a JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 70
)
set "JAR=%CORDON_HOME%\lib\cordon.jar"
if "%CORDON_START%"=="archive" (
  "%JAVA%" -cp "%JAR%" org.cordonrt.cli.StartupArchive "%CORDON_HOME%"
  exit /b
)
rem The archive of loaded classes fits one folder and one Java.
set "ARCHIVE=%CORDON_HOME%\lib\cordon.jsa"
set "MADE_IN="
set "MADE_BY="
if exist "%ARCHIVE%.for" (set /p MADE_IN=& set /p MADE_BY=) < "%ARCHIVE%.for"
set "SHARE=-Xshare:auto"
if /i "%MADE_IN%"=="%CORDON_HOME%" if /i "%MADE_BY%"=="%JAVA%" set SHARE="-XX:SharedArchiveFile=%ARCHIVE%"
set "FLAGS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -Xmn24m"
if "%~1"=="batch" set "FLAGS=-XX:+UseParallelGC -Xmn96m -XX:Tier4InvocationThreshold=30000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=100000 -XX:Tier4BackEdgeThreshold=400000"
if "%~1"=="robust" set "FLAGS=-XX:+UseSerialGC -Xms64m -Xmn24m"
"%JAVA%" %FLAGS% -Xshare:auto -Xlog:disable %SHARE% %CORDON_JAVA_OPTS% -cp "%JAR%" org.cordonrt.cli.Main %*
exit /b %ERRORLEVEL%
