@echo off
rem Runs Maven: the one in MAVEN_HOME, else mvn on PATH (3.8 or newer). Needs a JDK 25 in JAVA_HOME.
setlocal
set "mvn=mvn.cmd"
if defined MAVEN_HOME set "mvn=%MAVEN_HOME%\bin\mvn.cmd"
where "%mvn%" >nul 2>&1 || if not exist "%mvn%" (
  echo Maven is missing: install it and put it on PATH, or set MAVEN_HOME to its folder. 1>&2
  exit /b 1
)
call "%mvn%" %*
exit /b %errorlevel%
