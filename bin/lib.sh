# Sourced by the scripts of this repository. Bash 3.2 and newer.
. "$(dirname "${BASH_SOURCE[0]}")/find-jdk.sh"

quintet_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# quintet_build_if_stale MODULE: compiles the module and what it needs, unless nothing changed since the last time.
quintet_build_if_stale() {
  local module=$1 stamp
  stamp="$quintet_root/$module/target/.built"
  if [ -f "$stamp" ] && [ -z "$(find "$quintet_root" -name target -prune -o -name node_modules -prune -o \
      \( -path '*/src/main/*' -o -name pom.xml \) -type f -newer "$stamp" -print 2>/dev/null | head -n 1)" ]; then
    return 0
  fi
  echo "Building $module ..." >&2
  "$quintet_root/mvnw" -q -B -f "$quintet_root/pom.xml" -Dquick -DskipTests -pl "$module" -am process-classes >&2
  mkdir -p "$(dirname "$stamp")" && touch "$stamp"
}
