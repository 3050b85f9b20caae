@echo off
rem Makes the archive that lets cordon.bat start quickly, for this folder and the Java that cordon.bat finds.
setlocal
set "CORDON_START=archive"
call "%~dp0cordon.bat"
