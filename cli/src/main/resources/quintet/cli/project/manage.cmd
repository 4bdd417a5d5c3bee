@echo off
rem The project's commands: manage help lists them. Needs a JDK 25 in JAVA_HOME or on PATH.
rem The first run asks Maven for the class path; it is kept in target\quintet-dev until pom.xml or a library changes.
setlocal
set "root=%~dp0"
set "root=%root:~0,-1%"
set "work=%root%\target\quintet-dev"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
set "version="
if not exist "%work%\launch.pom" goto prepare
if not exist "%work%\launch.args" goto prepare
if not exist "%work%\launch.jars" goto prepare
set "known="
if exist "%work%\launch.java" set /p known=<"%work%\launch.java"
if not "%known%"=="%java%" goto prepare
fc /b "%root%\pom.xml" "%work%\launch.pom" >nul 2>&1 || goto prepare
for /f "usebackq delims=" %%j in ("%work%\launch.jars") do if not exist "%%j" goto prepare
goto run
:prepare
"%java%" --version >nul 2>&1 || (
  echo No Java found: install a JDK 25 and set JAVA_HOME to it. 1>&2
  exit /b 1
)
"%java%" --list-modules 2>nul | findstr /b "jdk.compiler@25 jdk.compiler@26 jdk.compiler@27 jdk.compiler@28" >nul || (
  echo JAVA_HOME or PATH does not lead to a JDK 25: install one and set JAVA_HOME to it. 1>&2
  exit /b 1
)
if not exist "%root%\pom.xml" (
  echo There is no pom.xml beside manage.cmd, where it belongs. 1>&2
  exit /b 1
)
for /f "tokens=3 delims=<>" %%v in ('findstr "<quintet.version>" "%root%\pom.xml"') do if not defined version set "version=%%v"
if not defined version (
  echo pom.xml does not say which Quintet it uses: add quintet.version to its properties. 1>&2
  exit /b 1
)
if not exist "%work%" mkdir "%work%" 2>nul
if not exist "%work%" (
  echo The folder target\quintet-dev cannot be made: make the project's folder writable. 1>&2
  exit /b 1
)
echo Asking Maven for the class path; it is kept until pom.xml changes ... 1>&2
call "%root%\mvnw.cmd" -q -B -f "%root%\pom.xml" "dev.quintet:quintet-cli:%version%:launch" || (
  echo Maven could not resolve the project, for the reason above. 1>&2
  exit /b 1
)
copy /y "%root%\pom.xml" "%work%\launch.pom" >nul
>"%work%\launch.java" echo %java%
:run
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dquintet.project=%root%" -Dquintet.program=manage "@%work%\launch.args" quintet.cli.Manage %*
exit /b %errorlevel%
