# Sourced by ./demo and ./verify. Written for bash 3.2 and newer, so that it runs on macOS as it is.
#
#   quintet_find_jdk        exports JAVA_HOME of a JDK 25 or newer (25 itself is preferred) and puts its bin first on PATH;
#                           prints one sentence with the remedy to stderr and returns 1 when there is none.
#
# Looked at in this order: JAVA_HOME, the java on PATH, the usual install folders of Linux and macOS.
# QUINTET_JDK_FOLDERS (colon-separated) replaces the usual install folders.

# Prints the feature version of the JDK in folder $1 (25, 17, 8 ...), nothing when it is not a JDK.
_quintet_jdk_version() {
  local home=$1 line version=''
  [ -x "$home/bin/javac" ] && [ -x "$home/bin/java" ] || return 0
  if [ -r "$home/release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_VERSION=*) version=${line#JAVA_VERSION=}; version=${version//\"/} ;;
      esac
    done < "$home/release"
  fi
  [ -n "$version" ] || version=$("$home/bin/javac" -version 2>&1 | sed -n 's/^javac //p')
  version=${version#1.}
  version=${version%%[!0-9]*}
  printf '%s' "$version"
}

# Prints every folder that may be a JDK home, the likeliest first, one a line.
_quintet_jdk_candidates() {
  local folder home roots
  if [ -n "${QUINTET_JDK_FOLDERS+set}" ]; then
    roots=$QUINTET_JDK_FOLDERS
  else
    roots="/usr/lib/jvm:/usr/lib64/jvm:/usr/java:/usr/local:/usr/local/lib/jvm:/opt:/opt/java:/opt/jdk"
    roots="$roots:${HOME:-}/.sdkman/candidates/java:${HOME:-}/.jdks:${HOME:-}/.local/share/mise/installs/java:${HOME:-}/.asdf/installs/java"
    roots="$roots:/Library/Java/JavaVirtualMachines:${HOME:-}/Library/Java/JavaVirtualMachines"
    roots="$roots:/opt/homebrew/opt:/usr/local/opt:/home/linuxbrew/.linuxbrew/opt"
  fi
  local IFS=:
  for folder in $roots; do
    [ -d "$folder" ] || continue
    for home in "$folder" "$folder"/*; do
      [ -d "$home" ] || continue
      printf '%s\n' "$home" "$home/Contents/Home" "$home/libexec/openjdk.jdk/Contents/Home" "$home/libexec"
    done
  done
}

quintet_find_jdk() {
  local home version found='' found_version='' seen=''
  # The first candidate of version 25 wins at once; a newer one is kept in case there is no 25.
  if [ -n "${JAVA_HOME:-}" ]; then
    version=$(_quintet_jdk_version "$JAVA_HOME")
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      found=$JAVA_HOME found_version=$version
    else
      seen="JAVA_HOME leads to no JDK"
      [ -z "$version" ] || seen="JAVA_HOME leads to Java $version"
    fi
  fi
  if [ -z "$found" ] && command -v java > /dev/null 2>&1; then
    home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    version=$(_quintet_jdk_version "${home:-/nonexistent}")
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      found=$home found_version=$version
    elif [ -n "$home" ]; then
      seen="${seen:+$seen, }PATH leads to ${version:+Java $version}"
      [ -n "$version" ] || seen="${seen}a Java without compiler"
    fi
  fi
  if [ -z "$found" ]; then
    while IFS= read -r home; do
      version=$(_quintet_jdk_version "$home")
      [ -n "$version" ] && [ "$version" -ge 25 ] || continue
      if [ -z "$found" ] || [ "$version" -lt "$found_version" ]; then
        found=$home found_version=$version
      fi
      [ "$version" -ne 25 ] || break
    done <<< "$(_quintet_jdk_candidates)"
  fi
  if [ -z "$found" ]; then
    echo "No JDK 25 found${seen:+ ($seen)}: install one (Debian and Ubuntu: apt install openjdk-25-jdk; macOS: brew install openjdk@25; any system: https://adoptium.net or 'sdk install java 25-tem'), or set JAVA_HOME to it." >&2
    return 1
  fi
  export JAVA_HOME=$found
  export PATH="$found/bin:$PATH"
}
