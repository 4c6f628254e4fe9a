#!/usr/bin/env bash
# Makes a fresh Debian server one that runs Patchbay. Run it again as often as you like: what is so already is left alone, and settings,
# keys and data are never overwritten.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: deploy/install.sh --domain <name>[,<name>] --email <address>       the service ends TLS itself, on ports 80 and 443
       deploy/install.sh --behind-proxy <https://public address>          a proxy of yours ends TLS; 127.0.0.1:8080 is for it

  --from <folder or .tar.gz>   what to install: a built folder (app/target/patchbay), or one packed. Without it: the one that this
                               script is in or beside, or else it is built here, which needs Maven and a JDK 25
  --jdk-archive <.tar.gz>      a JDK or JRE 25 to unpack where Debian has none (Debian 12)
  --jdk-sha256 <sum>           what its vendor says its SHA-256 is
  --database <mariadb | h2>    mariadb; h2 is a file that one process has to itself
  --no-firewall                leaves the firewall alone
  --no-start                   starts nothing of ours
  --dry-run                    only says what would be done

Each may come from the environment: PATCHBAY_DOMAIN, PATCHBAY_EMAIL, PATCHBAY_PROXY, PATCHBAY_FROM, PATCHBAY_JDK_ARCHIVE,
PATCHBAY_JDK_SHA256, PATCHBAY_DATABASE. Domain, email and proxy are for the first run; afterwards /etc/patchbay/.env has them.
USAGE
}

fail() {
  echo "install.sh: $*" >&2
  exit 1
}

domain=${PATCHBAY_DOMAIN:-} email=${PATCHBAY_EMAIL:-} proxy=${PATCHBAY_PROXY:-} from=${PATCHBAY_FROM:-}
jdk_archive=${PATCHBAY_JDK_ARCHIVE:-} jdk_sha256=${PATCHBAY_JDK_SHA256:-} database=${PATCHBAY_DATABASE:-mariadb}
firewall=yes start=yes dry=
while [ $# -gt 0 ]; do
  case "$1" in
    --domain | --email | --behind-proxy | --from | --jdk-archive | --jdk-sha256 | --database)
      [ $# -gt 1 ] || fail "$1 wants a value; --help shows all"
      case "$1" in
        --domain) domain=$2 ;;
        --email) email=$2 ;;
        --behind-proxy) proxy=$2 ;;
        --from) from=$2 ;;
        --jdk-archive) jdk_archive=$2 ;;
        --jdk-sha256) jdk_sha256=$2 ;;
        --database) database=$2 ;;
      esac
      shift
      ;;
    --no-firewall) firewall= ;;
    --no-start) start= ;;
    --dry-run) dry=yes ;;
    -h | --help)
      usage
      exit
      ;;
    *) fail "unknown: $1; --help shows all" ;;
  esac
  shift
done

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
etc=/etc/patchbay
settings=$etc/.env
key=$etc/master.key
data=/var/lib/patchbay
opt=/opt/patchbay
unit=/etc/systemd/system/patchbay.service
changes=0
key_made=
restart=

# What is so already, what is done, and what only a person can do.
so() { echo "  ok      $*"; }
note() { echo "  note    $*"; }
will() {
  changes=$((changes + 1))
  if [ -n "$dry" ]; then
    echo "  would   $*"
    return 1
  fi
  echo "  doing   $*"
}

refuse_unless_fit() {
  local ID='' VERSION_ID='' PRETTY_NAME=''
  # shellcheck disable=SC1091
  [ ! -r /etc/os-release ] || . /etc/os-release
  case "$ID $VERSION_ID" in
    "debian 12" | "debian 13") ;;
    *) fail "this is for Debian 12 and 13, and here is ${PRETTY_NAME:-something else}; nothing was done" ;;
  esac
  debian=$VERSION_ID
  [ "$(id -u)" = 0 ] || fail "it takes root to install: sudo $0; nothing was done"
  case "$database" in mariadb | h2) ;; *) fail "--database is mariadb or h2, and not $database" ;; esac
  [ -f "$settings" ] && return
  if [ -n "$proxy" ]; then
    [ -z "$domain" ] || fail "with --behind-proxy the proxy has the certificate: leave --domain away"
    case "$proxy" in https://*) ;; *) fail "--behind-proxy wants the public address, https://..." ;; esac
  else
    if [ -z "$domain" ] || [ -z "$email" ]; then fail "give --domain and --email, or --behind-proxy; --help shows all"; fi
  fi
  case "$domain$email$proxy" in *[[:space:]\'\"\#]*) fail "no spaces, quotes or # in names and addresses" ;; esac
}

systemd_runs() { [ -d /run/systemd/system ]; }

has_package() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

java_25() {
  local candidate
  for candidate in /usr/lib/jvm/*; do
    if [ -x "$candidate/bin/java" ] && grep -qs '^JAVA_VERSION="25[".]' "$candidate/release"; then
      echo "$candidate"
      return
    fi
  done
}

packages() {
  local missing=() package
  for package in "$@"; do
    if has_package "$package"; then so "package $package"; else missing+=("$package"); fi
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if will "installs from Debian: ${missing[*]}"; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
}

java() {
  local found
  found=$(java_25)
  if [ -n "$found" ]; then
    so "Java 25 in $found"
  elif [ -n "$jdk_archive" ]; then
    unpack_java
  elif [ "$debian" = 13 ]; then
    packages openjdk-25-jre-headless
  else
    fail "Debian $debian has no Java 25. Fetch a JDK or JRE 25 for Linux from its vendor (Temurin is at adoptium.net), and give
  --jdk-archive <the file> --jdk-sha256 <the sum that the vendor shows>"
  fi
}

unpack_java() {
  local target=/usr/lib/jvm/patchbay-java-25 sum draft
  [ -n "$jdk_sha256" ] || fail "--jdk-archive wants --jdk-sha256, the sum that its vendor shows; without it nobody knows what it is"
  sum=$(sha256sum "$jdk_archive" | cut -d ' ' -f 1)
  [ "$sum" = "$jdk_sha256" ] || fail "$jdk_archive has the SHA-256 $sum, which is not what you gave; nothing was unpacked"
  if will "unpacks $jdk_archive, whose SHA-256 is right, to $target"; then
    draft=$(mktemp -d /usr/lib/jvm.XXXXXX)
    tar -xzf "$jdk_archive" -C "$draft" --strip-components 1 --no-same-owner
    chmod 755 "$draft"
    grep -qs '^JAVA_VERSION="25[".]' "$draft/release" || {
      rm -rf "$draft"
      fail "$jdk_archive is not a Java 25"
    }
    mkdir -p /usr/lib/jvm
    mv "$draft" "$target"
  fi
}

account() {
  if getent passwd patchbay >/dev/null; then
    so "user patchbay"
  elif will "makes the system user patchbay, who cannot sign in"; then
    useradd --system --user-group --home-dir "$data" --no-create-home --shell /usr/sbin/nologin patchbay
  fi
}

# folder <path> <owner> <group> <mode>
folder() {
  if [ -d "$1" ] && [ "$(stat -c '%U %G %a' "$1")" = "$2 $3 $4" ]; then
    so "folder $1"
  elif will "folder $1, for $2:$3, mode $4"; then
    install -d -o "$2" -g "$3" -m "$4" "$1"
  fi
}

master_key() {
  if [ -e "$key" ]; then
    so "master key $key (never touched)"
  elif [ -f "$settings" ] && ! grep -q "$key" "$settings"; then
    so "the master key is where $settings says"
  elif will "makes the master key $key, for the service's user alone"; then
    (
      umask 077
      head -c 32 /dev/urandom | base64 >"$key.new"
    )
    chown patchbay:patchbay "$key.new"
    # A link, unlike a rename, replaces nothing.
    ln "$key.new" "$key"
    rm -f "$key.new"
    key_made=yes
  fi
}

setting() { if [ -f "$settings" ]; then sed -n "s/^$1=//p" "$settings" | tail -n 1; fi; }

write_settings() {
  echo "# Patchbay's settings; README.md explains them. After a change: systemctl restart patchbay"
  if [ -n "$proxy" ]; then
    printf 'PATCHBAY_BASE_URL=%s\nPORT=8080\nBIND_ADDRESS=127.0.0.1\n' "$proxy"
  else
    printf 'DOMAIN=%s\nACME_EMAIL=%s\n' "$domain" "$email"
  fi
  printf 'MASTER_KEY_FILE=%s\n' "$key"
  if [ "$database" = mariadb ]; then
    printf 'DATABASE_URL=jdbc:mariadb://127.0.0.1:3306/patchbay\nDATABASE_USER=patchbay\nDATABASE_PASSWORD=%s\n' \
      "$(head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n')"
  fi
  cat <<'LINES'
# From Google and Spotify; README.md shows how to register there. Without them that provider is not offered.
#GOOGLE_CLIENT_ID=
#GOOGLE_CLIENT_SECRET=
#SPOTIFY_CLIENT_ID=
#SPOTIFY_CLIENT_SECRET=
LINES
}

settings_file() {
  if [ -f "$settings" ]; then
    so "settings $settings (never touched)"
  elif will "writes $settings, for root and the service only, with a password for the database that nobody can guess"; then
    (
      umask 077
      write_settings >"$settings.new"
    )
    chown root:patchbay "$settings.new"
    chmod 640 "$settings.new"
    ln "$settings.new" "$settings"
    rm -f "$settings.new"
    restart=yes
  fi
  if [ -e "$data/.env" ]; then
    so "the service finds them by $data/.env"
  elif will "leads $data/.env to them, where the service looks"; then
    ln -s "$settings" "$data/.env"
  fi
}

may_enter() {
  # Over standard input: what is on a command line, everybody can see.
  mariadb --defaults-file=/dev/stdin patchbay -e 'SELECT 1' >/dev/null 2>&1 <<ENTER
[client]
protocol=tcp
host=127.0.0.1
user=patchbay
password=$1
ENTER
}

mariadb_database() {
  local password tries host
  password=$(setting DATABASE_PASSWORD)
  case "$(setting DATABASE_URL)" in
    jdbc:mariadb://127.0.0.1:3306/patchbay*) ;;
    *)
      [ -n "$dry" ] || note "the database is not the one that this script makes; $settings says where it is"
      return
      ;;
  esac
  if systemd_runs && ! systemctl is-active -q mariadb && will "starts MariaDB"; then
    systemctl enable -q --now mariadb
  fi
  for ((tries = 0; tries < 60; tries++)); do
    mariadb -e 'SELECT 1' >/dev/null 2>&1 && break
    [ -z "$dry" ] || break
    sleep 0.5
  done
  if may_enter "$password"; then
    so "database patchbay, and its user"
  elif will "makes the database patchbay and its user"; then
    mariadb -e 'SELECT 1' >/dev/null 2>&1 || fail "MariaDB does not answer root on this machine; start it (systemctl start mariadb) and run
  this again: it goes on where it was"
    {
      echo "CREATE DATABASE IF NOT EXISTS patchbay CHARACTER SET utf8mb4;"
      for host in localhost 127.0.0.1; do
        echo "CREATE USER IF NOT EXISTS 'patchbay'@'$host';"
        echo "ALTER USER 'patchbay'@'$host' IDENTIFIED BY '$password';"
        echo "GRANT ALL PRIVILEGES ON patchbay.* TO 'patchbay'@'$host';"
      done
    } | mariadb
    may_enter "$password" || fail "MariaDB does not let its new user in; 'mariadb' as root shows why"
  fi
}

source_folder() {
  if [ -z "$from" ] && [ -f "$here/patchbay.jar" ]; then
    from=$here
  elif [ -z "$from" ] && [ -f "$here/app/target/patchbay/patchbay.jar" ]; then
    from=$here/app/target/patchbay
  elif [ -z "$from" ]; then
    command -v mvn >/dev/null || fail "there is nothing built here, and no Maven to build it: build on another machine
  (./patchbay build), bring app/target/patchbay here, and give it with --from"
    from=$here/app/target/patchbay
    if will "builds Patchbay"; then "$here/patchbay" build; fi
  fi
  if [ -f "$from" ]; then
    unpacked=$(mktemp -d)
    tar -xzf "$from" -C "$unpacked" --no-same-owner
    from=$(dirname "$(find "$unpacked" -maxdepth 2 -name patchbay.jar -print -quit)")
  fi
  if [ -z "$dry" ] && ! { [ -f "$from/patchbay.jar" ] && [ -x "$from/patchbay" ]; }; then fail "$from is not a built Patchbay"; fi
}

# What it is, told by what is in it.
release_of() {
  (cd "$1" && find . -type f -not -path './aot/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) | sha256sum | cut -c 1-12
}

distribution() {
  local id release now before
  source_folder
  [ -f "$from/patchbay.jar" ] || return 0
  id=$(release_of "$from")
  release=$opt/releases/$id
  if [ -d "$release" ]; then
    so "program $release"
  elif will "installs the program to $release"; then
    install -d -m 755 "$opt" "$opt/releases"
    rm -rf "$release.new"
    cp -Rp "$from" "$release.new"
    rm -rf "$release.new/aot"
    chown -R root:root "$release.new"
    chmod -R u=rwX,go=rX "$release.new"
    mv "$release.new" "$release"
  fi
  now=$(readlink "$opt/current" || true)
  if [ "$now" = "releases/$id" ]; then
    so "$opt/current is that one"
  elif will "makes it the current one${now:+; $opt/previous is the one before}"; then
    [ -z "$now" ] || ln -sfn "$now" "$opt/previous"
    ln -sfn "releases/$id" "$opt/current"
    restart=yes
  fi
  quick_start_cache "$release"
  # Two are kept: the current one and the one to go back to.
  now=$(readlink "$opt/current" || true)
  before=$(readlink "$opt/previous" || true)
  for release in "$opt"/releases/*; do
    case "releases/$(basename "$release")" in
      "$now" | "$before") ;;
      *) if [ -d "$release" ] && will "removes $release, which is older than the one to go back to"; then rm -rf "$release"; fi ;;
    esac
  done
}

quick_start_cache() {
  if [ -x "$1/patchbay" ] && [ -r "$("$1/patchbay" cache --where)" ]; then
    so "its quick-start cache"
  elif [ -f "$1/aot/training.log" ]; then
    note "it has no quick-start cache; $1/aot has the log, and starts are slower"
  elif will "makes its quick-start cache, as the service's user, on a database that goes with it"; then
    install -d -o patchbay -g patchbay -m 755 "$1/aot"
    (cd / && runuser -u patchbay -- "$1/patchbay" cache) | sed 's/^/          /'
    chown -R root:root "$1/aot"
    chmod -R u=rwX,go=rX "$1/aot"
  fi
}

operators_command() {
  local command=/usr/local/bin/patchbay text
  text=$(
    cat <<'LINES'
#!/bin/sh
# Patchbay's commands, as the service's user and with its settings.
export PATCHBAY_FOLDER=/var/lib/patchbay
[ "$(id -un)" = patchbay ] && exec /opt/patchbay/current/patchbay "$@"
exec runuser -u patchbay -- /opt/patchbay/current/patchbay "$@"
LINES
  )
  if [ "$(cat "$command" 2>/dev/null)" = "$text" ]; then
    so "command $command"
  elif will "command $command, for 'patchbay keys status' and the like"; then
    echo "$text" >"$command"
    chmod 755 "$command"
  fi
}

ssh_ports() {
  {
    echo 22
    # Where this very session came in.
    echo "${SSH_CONNECTION:-}" | cut -s -d ' ' -f 4
    sshd -T 2>/dev/null | sed -n 's/^port //p'
    cat /etc/ssh/sshd_config /etc/ssh/sshd_config.d/*.conf 2>/dev/null | sed -n 's/^[[:space:]]*[Pp]ort[[:space:]]*\([0-9]*\).*/\1/p'
  } | grep -x '[0-9]\{1,5\}' | sort -nu | paste -sd , | sed 's/,/, /g'
}

firewall_rules() {
  cat <<RULES
# Written by Patchbay's install.sh. Deleted and made again in one step, so that it is never away.
table inet patchbay
delete table inet patchbay
table inet patchbay {
  chain input {
    type filter hook input priority filter; policy drop;
    ct state vmap { established : accept, related : accept, invalid : drop }
    iif lo accept
    # ICMP and ICMPv6, without which paths are not found; and answers of DHCPv6.
    meta l4proto { 1, 58 } accept
    udp dport 546 accept
    tcp dport { $(ssh_ports) } accept
    tcp dport { 80, 443 } accept
  }
}
RULES
}

others_rules() {
  # Debian's own nftables.conf has chains that let everything pass; they are nobody's firewall.
  nft list ruleset 2>/dev/null | awk '/^table/ { ours = ($3 == "patchbay") } !ours && (/policy drop/ || / (drop|reject)/) { found = 1 } END { exit !found }'
}

firewall_step() {
  local rules=$etc/firewall.nft text
  if [ -z "$firewall" ]; then
    note "the firewall is left alone; ports 80 and 443 have to be open"
    return
  fi
  packages nftables
  if command -v nft >/dev/null && others_rules; then
    note "there is a firewall already, which is left alone; ports 80 and 443 have to be open in it"
    return
  fi
  text=$(firewall_rules)
  if [ -f "$rules" ]; then
    so "firewall rules $rules (yours to change)"
  elif will "writes $rules: in come ssh ($(ssh_ports)), 80 and 443, and nothing else"; then
    echo "$text" >"$rules"
  fi
  if grep -qs "$rules" /etc/nftables.conf; then
    so "/etc/nftables.conf includes them"
  elif will "includes them in /etc/nftables.conf"; then
    printf '\ninclude "%s"\n' "$rules" >>/etc/nftables.conf
  fi
  if ! systemd_runs; then
    note "systemd does not run here: the firewall is not switched on"
  elif systemctl is-enabled -q nftables && nft list table inet patchbay >/dev/null 2>&1; then
    so "firewall is on"
  elif will "switches the firewall on"; then
    nft -c -f /etc/nftables.conf || fail "the firewall's rules are refused; nothing was switched on"
    systemctl enable -q nftables
    systemctl restart nftables
  fi
}

service_unit() {
  local source
  source=$(dirname "${BASH_SOURCE[0]}")/patchbay.service
  if cmp -s "$source" "$unit"; then
    so "unit $unit"
  elif will "unit $unit (changes of your own go to 'systemctl edit patchbay')"; then
    install -m 644 "$source" "$unit"
    if systemd_runs; then systemctl daemon-reload; fi
    restart=yes
  fi
  if [ -L /etc/systemd/system/multi-user.target.wants/patchbay.service ]; then
    so "it starts with the machine"
  elif will "starts it with the machine"; then
    systemctl enable -q patchbay
  fi
  if [ -z "$start" ]; then
    note "it is not started, as you said"
  elif ! systemd_runs; then
    note "systemd does not run here: it is not started"
  elif systemctl is-active -q patchbay && [ -z "$restart" ]; then
    so "it runs"
  elif will "starts it"; then
    systemctl reset-failed patchbay 2>/dev/null || true
    systemctl restart patchbay
    await_ready
  fi
}

is_ready() {
  local port
  port=$(setting MANAGEMENT_PORT)
  (
    exec 3<>"/dev/tcp/127.0.0.1/${port:-8081}"
    printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
    read -r -t 5 -u 3 line
    case "$line" in *" 200"*) exit 0 ;; *) exit 1 ;; esac
  ) 2>/dev/null
}

await_ready() {
  local tries
  for ((tries = 0; tries < 240; tries++)); do
    if is_ready; then
      so "it runs and is ready"
      return
    fi
    case "$(systemctl is-active patchbay)" in active | activating) ;; *) break ;; esac
    sleep 0.5
  done
  journalctl -u patchbay -n 20 --no-pager -o cat || true
  fail "the service does not get ready; journalctl -u patchbay says why. Mend it and run this again"
}

last_words() {
  if [ -n "$unpacked" ]; then rm -rf "$unpacked"; fi
  echo
  if [ -n "$dry" ]; then
    echo "Nothing was done. Without --dry-run there are $changes things to do."
    return
  elif [ "$changes" = 0 ]; then
    echo "Nothing was to be done: everything was so already."
    return
  fi
  echo "Done, $changes things. Settings are in $settings, data is in $data and the database, the log is in journalctl -u patchbay."
  if [ -n "$key_made" ]; then
    cat <<WORDS

  ################################################################################
     KEEP A COPY OF $key ON ANOTHER MACHINE, NOW.
     Without it nothing in the database can be read any more, by anybody, for ever.
  ################################################################################
WORDS
  fi
}

unpacked=
refuse_unless_fit
echo "Patchbay on this machine:"
packages ca-certificates
java
if [ "$database" = mariadb ]; then packages mariadb-server mariadb-client; fi
account
folder "$etc" root patchbay 750
folder "$data" patchbay patchbay 700
master_key
settings_file
if [ "$database" = mariadb ]; then mariadb_database; fi
distribution
operators_command
firewall_step
service_unit
last_words
