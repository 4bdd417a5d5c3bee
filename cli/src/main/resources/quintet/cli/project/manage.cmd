@echo off
rem The project's commands: manage help lists them. Needs a JDK 25 in JAVA_HOME or on PATH.
setlocal enabledelayedexpansion
set "root=%~dp0"
set "root=%root:~0,-1%"
set "work=%root%\target\quintet-dev"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" --version >nul 2>&1 || (
  echo No Java found: install a JDK 25 and set JAVA_HOME to it. 1>&2
  exit /b 1
)
"%java%" --list-modules 2>nul | findstr /b "jdk.compiler@25 jdk.compiler@26 jdk.compiler@27 jdk.compiler@28" >nul || (
  echo JAVA_HOME or PATH does not lead to a JDK 25: install one and set JAVA_HOME to it. 1>&2
  exit /b 1
)
fc /b "%root%\pom.xml" "%work%\launch.pom" >nul 2>&1 && if exist "%work%\launch.args" goto run
if not exist "%work%" mkdir "%work%"
for /f "tokens=3 delims=<>" %%v in ('findstr "<quintet.version>" "%root%\pom.xml"') do set "version=%%v"
echo Asking Maven for the class path; it is kept until pom.xml changes ... 1>&2
call "%root%\mvnw.cmd" -q -B -f "%root%\pom.xml" "dev.quintet:quintet-cli:%version%:launch" || (
  echo Maven could not resolve the project, for the reason above. 1>&2
  exit /b 1
)
copy /y "%root%\pom.xml" "%work%\launch.pom" >nul
:run
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dquintet.project=%root%" -Dquintet.program=manage "@%work%\launch.args" quintet.cli.Manage %*
exit /b %errorlevel%
