# Read by ./start, ./check and ./bench, which set $root to the checkout's folder.

OLDEST_JDK=17
OLDEST_NODE=18

fail() {
    echo "$1" >&2
    exit 1
}

# The major version of the JDK in folder $1; nothing if there is none.
jdk_version() {
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac 1\.\([0-9]*\).*/\1/p; t; s/^javac \([0-9]*\).*/\1/p'
}

# The folder of the JDK whose compiler is on the PATH; nothing if there is none.
jdk_on_path() {
    compiler=$(command -v javac) || return 0
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home 2>/dev/null || true
    else
        dirname "$(dirname "$(readlink -f "$compiler")")"
    fi
}

# Sets JAVA_HOME to a JDK that is new enough: the one it names already, the one on the PATH, or one in a usual folder.
require_jdk() {
    too_old=
    for jdk in "${JAVA_HOME-}" "$(jdk_on_path)" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/*; do
        version=$(jdk_version "$jdk")
        if [ -n "$version" ] && [ "$version" -ge $OLDEST_JDK ]; then
            JAVA_HOME=$jdk
            export JAVA_HOME
            return
        fi
        [ -z "$version" ] || [ -n "$too_old" ] || too_old=", not $version ($jdk)"
    done
    fail "Kvalitetsbro needs a JDK $OLDEST_JDK or newer$too_old: install one, or set JAVA_HOME to one."
}

require_node() {
    command -v node >/dev/null || fail "Kvalitetsbro needs Node.js $OLDEST_NODE or newer to build its pages: install it."
    version=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
    [ "$version" -ge $OLDEST_NODE ] ||
        fail "Kvalitetsbro needs Node.js $OLDEST_NODE or newer to build its pages, not $version: install a newer one."
    command -v npm >/dev/null || fail "Kvalitetsbro needs npm, which usually comes with Node.js: install it."
}

maven() {
    (cd "$root" && ./mvnw -B -ntp "$@")
}

# Whether something that goes into the product has changed since the modules $1 were built last, as file $2 tells.
stale() {
    [ -f "$2" ] || return 0
    for module in $(echo "$1" | tr , ' '); do
        [ -d "$root/$module/target" ] || return 0
    done
    changed=$(cd "$root" && find pom.xml connector src \
        \( -name target -o -name node_modules -o -path '*/src/test' \) -prune -o \
        \( -type f -o -type d -path '*/src/main/*' ! -name frontend \) -newer "$2" -print | head -n 1)
    [ -n "$changed" ]
}

# Builds the modules $1, separated by commas, and what they need, unless they are built already: as quickly as it can,
# looking for no mistakes. That is what ./check does.
build_if_stale() {
    stamp="$root/target/built-$(echo "$1" | tr ,/ +-)"
    stale "$1" "$stamp" || return 0
    require_node
    echo "Building"
    mkdir -p "$root/target"
    touch "$stamp-begun"
    rm -rf "$root"/src/*/target/lib
    (
        export MAVEN_OPTS="${MAVEN_OPTS-} -XX:TieredStopAtLevel=1"
        maven -q -T 2 package -Dunchecked -Dmaven.test.skip=true -pl "$1" -am
    )
    mv "$stamp-begun" "$stamp"
}

# What to run the module src/$1 with: its jar and everything it needs.
class_path() {
    echo "$root/src/$1/target/lib/*:$(echo "$root/src/$1/target/$1"-*.jar)"
}
