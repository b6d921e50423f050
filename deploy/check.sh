#!/usr/bin/env bash
# Checks everything in this folder that can be checked without a database or containers. What is not installed is skipped, and said so.
#
#   COMPOSE_SCHEMA=FILE  compose-spec.json of github.com/compose-spec/compose-spec, to check compose.yaml against (needs python3 with yaml and jsonschema)
#   HONORS_PUBLISHED=DIR a folder with web/ and cli/ as "dotnet publish" leaves them: started as an unprivileged user that may write to its
#                        data folder alone (needs root)
set -uo pipefail
cd "$(dirname "$0")" || exit 1

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

passed() { echo "ok      $1"; }
skip() { echo "skipped $1: $2"; }
report() { # name, exit code, log
  if [ "$2" -eq 0 ]; then
    passed "$1"
  else
    failed=1
    echo "FAILED  $1"
    sed 's/^/        /' "$3"
  fi
}
have() { command -v "$1" >/dev/null 2>&1; }

check_scripts() {
  have shellcheck || { skip scripts "shellcheck is not installed"; return; }
  shellcheck ./*.sh scripts/*.sh >"$scratch/log" 2>&1
  report scripts $? "$scratch/log"
}

check_nginx() { # configuration
  local name=$1 work=$scratch/nginx-$1
  have nginx || { skip "nginx $name" "nginx is not installed"; return; }
  have openssl || { skip "nginx $name" "openssl is not installed"; return; }
  mkdir -p "$work"
  openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout "$work/honors.key" -out "$work/honors.crt" >/dev/null 2>&1
  # The nodes' names are known to the containers' network alone, the certificate is made up, and "http2 on" is newer than some nginx.
  sed -e 's/server site[12]:8080/server 127.0.0.1:8080/' \
    -e "s#/etc/nginx/certs#$work#; s#/etc/honors/tls#$work#; s#/etc/nginx/honors-proxy.conf#$PWD/nginx/honors-proxy.conf#" \
    "nginx/$name.conf" >"$work/site.conf"
  nginx_knows_http2_on || sed -i '/http2 on;/d' "$work/site.conf"
  printf 'pid %s/pid;\nerror_log stderr;\nevents {}\nhttp { include %s/site.conf; }\n' "$work" "$work" >"$work/nginx.conf"
  nginx -t -q -c "$work/nginx.conf" >"$scratch/log" 2>&1
  report "nginx $name" $? "$scratch/log"
}

nginx_knows_http2_on() {
  local version
  version=$(nginx -v 2>&1 | grep -oE '[0-9]+\.[0-9]+\.[0-9]+')
  [ "$(printf '%s\n1.25.1\n' "$version" | sort -V | head -n 1)" = 1.25.1 ]
}

check_units() {
  have systemd-analyze || { skip units "systemd-analyze is not installed"; return; }
  mkdir -p "$scratch/units"
  # The programs are not installed here; the units are checked with one that is.
  for unit in systemd/*; do
    sed -E 's#^ExecStart=.*#ExecStart=/bin/true#; s#^User=.*#User=daemon#; s#^Group=.*#Group=daemon#' "$unit" >"$scratch/units/${unit##*/}"
  done
  cp "$scratch/units/honors-web@.service" "$scratch/units/honors-web@1.service"
  systemd-analyze verify --man=no "$scratch/units/honors-web@1.service" "$scratch"/units/honors-{migrate,backup}.service \
    "$scratch/units/honors-backup.timer" >"$scratch/log" 2>&1
  local code=$?
  # It also reads the machine's own units; only what it says of ours counts.
  grep honors "$scratch/log" >"$scratch/ours" && code=1
  report units $code "$scratch/ours"
}

check_compose() {
  [ -n "${COMPOSE_SCHEMA:-}" ] || { skip compose.yaml "COMPOSE_SCHEMA names no schema"; return; }
  python3 -c 'import yaml, jsonschema' 2>/dev/null || { skip compose.yaml "python3 with yaml and jsonschema is not installed"; return; }
  python3 - "$COMPOSE_SCHEMA" >"$scratch/log" 2>&1 <<'PYTHON'
import json, sys, jsonschema, yaml
schema = json.load(open(sys.argv[1], encoding="utf-8"))
compose = yaml.safe_load(open("compose.yaml", encoding="utf-8"))
problems = list(jsonschema.validators.validator_for(schema)(schema).iter_errors(compose))
for problem in problems:
    print("/".join(map(str, problem.absolute_path)), problem.message)
known = set(compose["services"])
for name, service in compose["services"].items():
    for other in service.get("depends_on", {}):
        if other not in known:
            problems.append(other)
            print(name, "depends on", other, "which is not there")
sys.exit(1 if problems else 0)
PYTHON
  report compose.yaml $? "$scratch/log"
}

check_settings() {
  have python3 || { skip settings "python3 is not installed"; return; }
  python3 - >"$scratch/log" 2>&1 <<'PYTHON'
import json, re, sys
text = "".join(l for l in open("appsettings.Production.example.json", encoding="utf-8") if not l.lstrip().startswith("//"))
def keys(node, prefix=""):
    for name, value in node.items():
        if isinstance(value, dict):
            yield from keys(value, prefix + name + "__")
        else:
            yield prefix + name
in_json = {k for k in keys(json.loads(text)) if not k.startswith("Logging")}
in_env = set()
for file in ("honors.env.example", "node.env.example"):
    in_env |= {m.group(1) for l in open(file, encoding="utf-8") if (m := re.match(r"#?([A-Z][A-Za-z]+(?:__\w+)?)=", l))}
missing = in_json - in_env
print("explained in one example and missing in the other:", sorted(missing)) if missing else None
sys.exit(1 if missing else 0)
PYTHON
  report settings $? "$scratch/log"
}

# The container's own command, as a process that may read the program and write its data folder and nothing else.
check_process() {
  [ -n "${HONORS_PUBLISHED:-}" ] || { skip process "HONORS_PUBLISHED names no folder"; return; }
  [ "$(id -u)" = 0 ] || { skip process "only root can become another user"; return; }
  local user=honors-check port=18080 home pid code=1
  id "$user" >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin "$user"
  home=$(mktemp -d)
  mkdir -p "$home/data" "$home/app"
  cp -r "$HONORS_PUBLISHED/web" "$HONORS_PUBLISHED/cli" ../seeds scripts/healthcheck.sh "$home/app/"
  chmod 755 "$home"
  chmod -R a+rX,a-w "$home/app"
  chown -R "$user" "$home/data"
  local settings=(
    "HOME=$home/data" "PATH=$PATH" "Urls=http://+:$port" "HONORS_HOME=$home/data" "Database__File=$home/data/honors.db"
    Database__MigrateOnStart=false "Seeds__Directory=$home/app/seeds" Seeds__Samples=false
    DOTNET_EnableDiagnostics=0 Cluster__SiloPort=18111 Cluster__GatewayPort=18300
  )
  local as=(setpriv --reuid "$user" --clear-groups --no-new-privs --bounding-set -all env -i "${settings[@]}")
  # A node on a database that nobody migrated must refuse to start.
  { (cd "$home/app/web" && timeout 90 "${as[@]}" dotnet Chinalco.Honors.Web.dll) >"$scratch/unmigrated" 2>&1; } 2>/dev/null
  local unmigrated=$?
  if [ $unmigrated -eq 0 ] || [ $unmigrated -eq 124 ]; then
    echo "a node on an empty database started or hung (exit $unmigrated)" >"$scratch/log"
  elif (cd "$home/data" && "${as[@]}" dotnet "$home/app/cli/honors.dll" migrate) >"$scratch/log" 2>&1; then
    (cd "$home/app/web" && exec "${as[@]}" dotnet Chinalco.Honors.Web.dll) >>"$scratch/log" 2>&1 &
    pid=$!
    for _ in $(seq 120); do
      bash scripts/healthcheck.sh "$port" 2>/dev/null && code=0 && break
      kill -0 "$pid" 2>/dev/null || break
      sleep 1
    done
    kill -TERM "$pid" 2>/dev/null
    wait "$pid"
    local stopped=$?
    [ $stopped -eq 0 ] || { code=1; echo "stopped with $stopped" >>"$scratch/log"; }
    find "$home" -newer "$scratch/unmigrated" -type f -not -path "$home/data/*" >>"$scratch/log"
  fi
  report process $code "$scratch/log"
  rm -rf "$home"
  userdel "$user" 2>/dev/null
}

check_scripts
check_nginx compose
check_nginx machines
check_units
check_compose
check_settings
check_process
exit $failed
