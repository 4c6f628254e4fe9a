#!/usr/bin/env bash
# Tries install.sh in a clean Debian: a root made by debootstrap, booted with its own systemd in namespaces of its own (processes, mounts,
# network, cgroups), so that the unit, the firewall and ports 80 and 443 are real and this machine notices nothing. Its network has nobody in
# it but a Pebble that issues the certificate. Ends with "N passed, N failed". All that it makes goes when it ends.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: deploy/try-in-clean-root.sh [--suite trixie | bookworm] [--cache <folder for .deb files>] [--keep]

Wants root, a built Patchbay (./patchbay build), and Debian's debootstrap, pebble, openssl, curl, iproute2 and util-linux.
--keep leaves the root's folder for a look.
USAGE
}

fail() {
  echo "try-in-clean-root.sh: $*" >&2
  exit 1
}

suite=trixie cache='' keep=
while [ $# -gt 0 ]; do
  case "$1" in
    --suite) suite=${2:?} && shift ;;
    --cache) cache=${2:?} && shift ;;
    --keep) keep=yes ;;
    *)
      usage
      exit 2
      ;;
  esac
  shift
done
case "$suite" in trixie | bookworm) ;; *) fail "install.sh knows trixie (Debian 13) and bookworm (12)" ;; esac
[ "$(id -u)" = 0 ] || fail "debootstrap and namespaces want root"
for program in debootstrap pebble pebble-challtestsrv openssl curl ip unshare nsenter; do
  command -v "$program" >/dev/null || fail "$program is missing; see --help"
done
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
built=$home/app/target/patchbay
[ -f "$built/patchbay.jar" ] || fail "nothing is built; run ./patchbay build"

name=patchbay.test
work=$(mktemp -d /var/tmp/patchbay-try.XXXXXX)
root=$work/root
cgroup=$(findmnt -n -t cgroup2 -o TARGET | head -n 1)/$(basename "$work")
init=''
helpers=()
passed=0
failed=0

# By process id only; mounts are in the namespace and go with its last process.
clean_up() {
  local pid
  for pid in ${helpers[@]+"${helpers[@]}"}; do kill "$pid" 2>/dev/null || true; done
  if [ -n "$init" ]; then
    kill -9 "$init" 2>/dev/null || true
    for ((pid = 0; pid < 50; pid++)); do
      [ -d "/proc/$init" ] || break
      sleep 0.1
    done
  fi
  if [ -d "$cgroup" ]; then find "$cgroup" -depth -type d -exec rmdir {} \; 2>/dev/null || true; fi
  if [ -n "$keep" ]; then echo "It is in $work"; else rm -rf --one-file-system "$work"; fi
}
trap clean_up EXIT

say() { printf '\n== %s (%ss)\n' "$*" "$SECONDS"; }

# check <what> <command ...>
check() {
  local what="$1"
  shift
  if "$@" >"$work/check.log" 2>&1; then
    passed=$((passed + 1))
    echo "  passed  $what"
  else
    failed=$((failed + 1))
    echo "  FAILED  $what"
    tail -n 15 "$work/check.log" | sed 's/^/          /'
  fi
}

within() {
  nsenter -t "$init" -m -p -u -i -n -C -r -w -- \
    /usr/bin/env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 TERM=dumb "$@"
}

# A program of this machine on the other one's network.
beside() { nsenter -t "$init" -n -- "$@"; }

make_root() {
  local packages=(mariadb-server mariadb-client nftables ca-certificates)
  if [ "$suite" = trixie ]; then packages+=(openjdk-25-jre-headless); fi
  cache=${cache:-$work/debs}
  mkdir -p "$cache"
  debootstrap --variant=minbase --cache-dir="$(cd "$cache" && pwd)" --include=systemd,systemd-sysv,dbus,iproute2,procps \
    "$suite" "$root" >"$work/debootstrap.log" 2>&1 || {
    tail -n 5 "$work/debootstrap.log"
    fail "debootstrap failed"
  }
  # The machine will have no network to fetch them by. They are fetched, not installed: that is install.sh's work.
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  chroot "$root" apt-get update -qq
  chroot "$root" apt-get install -y -qq --no-install-recommends --download-only "${packages[@]}" >/dev/null
  printf '127.0.0.1 localhost %s\n::1 localhost\n' "$name" >"$root/etc/hosts"
  : >"$root/etc/resolv.conf"
  mkdir -p "$root/srv/patchbay"
  cp -Rp "$built/." "$root/srv/patchbay/"
  # What is tried is what is in the checkout now, and the cache is to be made there.
  rm -rf "$root/srv/patchbay/aot" "$root/srv/patchbay/deploy"
  cp -p "$home/patchbay" "$root/srv/patchbay/"
  cp -Rp "$home/deploy" "$root/srv/patchbay/"
}

boot() {
  cat >"$work/boot.sh" <<BOOT
set -e
ip link set lo up
mount --bind "$root" "$root"
cd "$root"
mount -t proc proc proc
mount --bind -o ro proc/sys proc/sys
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 none sys/fs/cgroup
mount -t tmpfs tmpfs run
mount -t tmpfs tmpfs tmp
mount -t tmpfs -o mode=755 tmpfs dev
mkdir dev/pts dev/shm
for node in 'null 3' 'zero 5' 'full 7' 'random 8' 'urandom 9'; do
  mknod -m 666 dev/\${node% *} c 1 \${node#* }
done
mknod -m 666 dev/tty c 5 0
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
mount -t tmpfs tmpfs dev/shm
exec env -i container=patchbay-try PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot . /lib/systemd/systemd
BOOT
  mkdir "$cgroup"
  (
    echo "$BASHPID" >"$cgroup/cgroup.procs"
    exec unshare --mount --pid --uts --ipc --net --cgroup --fork --kill-child bash "$work/boot.sh"
  ) >"$work/boot.log" 2>&1 &
  local outer=$! tries
  for ((tries = 0; tries < 300; tries++)); do
    init=$(cat "/proc/$outer/task/$outer/children" 2>/dev/null || true)
    init=${init%% *}
    if [ -n "$init" ]; then
      # Degraded is what it is where the kernel's modules are not its own.
      case "$(within systemctl is-system-running 2>/dev/null)" in running | degraded) return 0 ;; esac
    fi
    sleep 0.2
  done
  tail -n 5 "$work/boot.log"
  fail "systemd does not come up in namespaces here"
}

start_pebble() {
  mkdir "$work/pebble"
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=pebble' -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' \
    -keyout "$work/pebble/key.pem" -out "$work/pebble/cert.pem" 2>/dev/null
  cat >"$work/pebble/config.json" <<CONFIG
{"pebble": {"listenAddress": "127.0.0.1:14000", "managementListenAddress": "127.0.0.1:15000", "httpPort": 80, "tlsPort": 443,
  "certificate": "$work/pebble/cert.pem", "privateKey": "$work/pebble/key.pem"}}
CONFIG
  beside pebble-challtestsrv -dns01 127.0.0.1:8053 -management 127.0.0.1:8055 -http01 '' -https01 '' -tlsalpn01 '' \
    -defaultIPv4 127.0.0.1 -defaultIPv6 '' >"$work/pebble/names.log" 2>&1 &
  helpers+=($!)
  PEBBLE_VA_NOSLEEP=1 beside pebble -config "$work/pebble/config.json" -dnsserver 127.0.0.1:8053 >"$work/pebble/log" 2>&1 &
  helpers+=($!)
  local tries pid
  for ((tries = 0; tries < 100; tries++)); do
    if beside curl -sSk -o /dev/null https://localhost:15000/roots/0 2>/dev/null; then break; fi
    sleep 0.2
  done
  for pid in "${helpers[@]}"; do
    kill -0 "$pid" 2>/dev/null || fail "Pebble or its name server does not run: $(tail -n 3 "$work/pebble/log" "$work/pebble/names.log")"
  done
  install -m 644 "$work/pebble/cert.pem" "$root/etc/pebble.pem"
}

# install <words ...>: what it says goes to install.log, too.
install_sh() { within /srv/patchbay/deploy/install.sh "$@" 2>&1 | tee "$work/install.log" | sed 's/^/  | /'; }

said() { grep -q -- "$1" "$work/install.log"; }

status_of() { beside curl -sS -o /dev/null -w '%{http_code}' --max-time 20 "$@"; }

answers() {
  local want="$1" got
  shift
  got=$(status_of "$@") || true
  [ "$got" = "$want" ] || {
    echo "wanted $want, got $got"
    return 1
  }
}

page_is_trusted() {
  local tries
  for ((tries = 0; tries < 120; tries++)); do
    beside curl -sSk https://localhost:15000/roots/0 -o "$work/issued.pem" || true
    if answers 200 --cacert "$work/issued.pem" --resolve "$name:443:127.0.0.1" "https://$name/"; then return; fi
    sleep 0.5
  done
  within journalctl -u patchbay -n 10 --no-pager -o cat
  return 1
}

main_pid() { within systemctl show -p MainPID --value patchbay; }

process_says() { within grep -q -- "$2" "/proc/$(main_pid)/$1"; }

ready_again() {
  local tries old="$1"
  for ((tries = 0; tries < 240; tries++)); do
    if [ "$(main_pid)" != "$old" ] && answers 200 http://127.0.0.1:8081/health/ready; then return; fi
    sleep 0.5
  done
  return 1
}

is_over_with_78() {
  local tries
  for ((tries = 0; tries < 120; tries++)); do
    if [ "$(within systemctl show -p ExecMainStatus,ActiveState patchbay | sort | tr '\n' ' ')" = 'ActiveState=failed ExecMainStatus=78 ' ]; then
      return
    fi
    sleep 0.5
  done
  within systemctl status patchbay --no-pager
  return 1
}

firewall_drops() { case "$(within nft list chain inet patchbay input)" in *'policy drop'*) ;; *) return 1 ;; esac; }

# What it only warns of does not count: this root is alone in the world.
doctor_is_content() { within patchbay doctor >/dev/null; }

backs_up() { within patchbay backup /var/lib/patchbay/trial.backup && within patchbay backup verify /var/lib/patchbay/trial.backup; }

fingerprints() { within sha256sum /etc/patchbay/.env /etc/patchbay/master.key; }

say "A clean $suite, by debootstrap"
make_root
say "Booting its systemd"
boot
echo "  $(within systemctl --version | head -n 1)"
start_pebble

say "install.sh"
words=(--domain "$name" --email operator@example.org)
if [ "$suite" = bookworm ]; then
  jdk=$(for j in "${JAVA_HOME:-}" /usr/lib/jvm/*; do if grep -qs '^JAVA_VERSION="25[".]' "$j/release"; then echo "$j" && break; fi; done)
  [ -n "$jdk" ] || fail "Debian 12 has no Java 25, and neither has this machine one to pack"
  if install_sh "${words[@]}" >/dev/null; then fail "it goes on without a Java 25"; fi
  check "without a Java 25 it is refused, and says what to give" said '--jdk-archive <the file> --jdk-sha256'
  # A stand-in for a vendor's archive: nothing is fetched here. On a server it is the vendor's, and so is the sum.
  tar -czf "$root/srv/java.tar.gz" -C "$(dirname "$jdk")" "$(basename "$jdk")"
  words+=(--jdk-archive /srv/java.tar.gz --jdk-sha256 "$(sha256sum "$root/srv/java.tar.gz" | cut -d ' ' -f 1)")
fi
install_sh "${words[@]}" --dry-run >/dev/null
check "--dry-run does nothing" test ! -e "$root/etc/patchbay" -a ! -e "$root/opt/patchbay"
began=$SECONDS
install_sh "${words[@]}" --no-start
echo "  took $((SECONDS - began)) s"
check "it says to keep a copy of the master key" said 'KEEP A COPY'
check "settings are for root and the service, the key for the service" test \
  "$(within stat -c '%U %G %a' /etc/patchbay/.env /etc/patchbay/master.key | tr '\n' ' ')" = "root patchbay 640 patchbay patchbay 600 "
printf 'ACME_DIRECTORY_URL=https://localhost:14000/dir\nACME_CA_CERTIFICATE=/etc/pebble.pem\n' >>"$root/etc/patchbay/.env"
before=$(fingerprints)
install_sh
check "the second run starts it, and it gets ready" said 'it runs and is ready'
install_sh >/dev/null
check "the third run finds nothing to do" said 'Nothing was to be done'
check "settings and key are what they were" test "$before" = "$(fingerprints)"

say "The service"
check "systemd-analyze verify has nothing to say" test -z "$(within systemd-analyze verify patchbay.service 2>&1)"
echo "  $(within systemd-analyze security patchbay.service --no-pager | tail -n 1)"
check "ready on the management port" answers 200 http://127.0.0.1:8081/health/ready
check "the page over TLS, with a certificate of Pebble's" page_is_trusted
check "port 80 leads to TLS" answers 308 "http://127.0.0.1/"
check "its user is patchbay" test "$(within ps -o user= -p "$(main_pid)" | tr -d ' ')" = patchbay
check "of root it has ports below 1024 only" process_says status '^CapBnd:[[:space:]]*0000000000000400$'
check "system calls are filtered" process_says status '^Seccomp:[[:space:]]*2$'
check "the quick-start cache is taken" process_says maps '\.aot$'
check "the firewall drops what is not meant" firewall_drops
check "operators' commands work" within patchbay keys status
check "the doctor finds nothing that has to be mended" doctor_is_content
within patchbay doctor | sed 's/^/  | /'
check "a backup is made while it serves, and is whole" backs_up
check "the audit chain is whole" within patchbay audit verify
old=$(main_pid)
within kill -9 "$old"
check "killed, it comes back" ready_again "$old"
# Ports are open a moment before the process is ready to be stopped.
sleep 3
began=$SECONDS
within systemctl stop patchbay
check "it stops in order: it drains first (took $((SECONDS - began)) s)" test $((SECONDS - began)) -ge 5
check "and that counts as no failure" test "$(within systemctl show -p Result --value patchbay)" = success
echo 'DATABASE_URL=nonsense' >>"$root/etc/patchbay/.env"
within systemctl start patchbay || true
check "set up wrongly, it says 78 and is not started again" is_over_with_78
within journalctl -u patchbay -n 4 --no-pager -o cat | sed 's/^/  | /'

say "All"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
