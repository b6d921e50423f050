#!/usr/bin/env bash
# Backs the registry's database up, checks the backup and removes old ones. A backup that fails its check is reported and not counted.
#
#   backup.sh                        now
#   backup.sh --every-day-at HH:MM   in the foreground, for a container
#
#   Database__Provider        Sqlite or SqlServer
#   Database__File            the file (Sqlite)
#   Images__Directory         pictures and scans, which go into the backup of SQLite
#   HONORS_CLI                the command line (Sqlite; /opt/honors/cli/honors, or honors where that is not)
#   HONORS_BACKUP_DIR         where backups are kept (/var/lib/honors/backup)
#   HONORS_BACKUP_DAYS        how long (30)
#   HONORS_DATABASE           the database (SqlServer; Honors)
#   HONORS_BACKUP_SERVER_DIR  the folder as SQL Server sees it; when this script sees the same folder, the backup is moved to HONORS_BACKUP_DIR
#   SQLCMDSERVER, SQLCMDUSER, SQLCMDPASSWORD, SQLCMD: as sqlcmd takes them
set -euo pipefail

keep=${HONORS_BACKUP_DIR:-/var/lib/honors/backup}
days=${HONORS_BACKUP_DAYS:-30}
installed=/opt/honors/cli/honors
honors=${HONORS_CLI:-$([ -x "$installed" ] && echo "$installed" || echo honors)}

backup_sqlite() {
  local result=$1.zip
  rm -f "$result.part"
  # Database and pictures of one moment, checked before the file gets its name; the site may be running.
  "$honors" backup "$result.part"
  mv "$result.part" "$result"
  echo "$result"
}

backup_sqlserver() {
  local name=${1##*/}.bak database=${HONORS_DATABASE:-Honors} there=${HONORS_BACKUP_SERVER_DIR:?}
  # Both sides of a shared folder may write to it: SQL Server runs as user 10001 in its container.
  if [ "$(id -u)" = 0 ] && [ -d "$(dirname "$there")" ]; then
    install -d -o 10001 -g 0 -m 770 "$there"
  fi
  "${SQLCMD:-sqlcmd}" -C -b -Q "BACKUP DATABASE [$database] TO DISK = N'$there/$name' WITH CHECKSUM, INIT, STATS = 25"
  "${SQLCMD:-sqlcmd}" -C -b -Q "RESTORE VERIFYONLY FROM DISK = N'$there/$name' WITH CHECKSUM"
  if [ -f "$there/$name" ] && [ "$there" != "$keep" ]; then
    mv "$there/$name" "$keep/$name.part"
    mv "$keep/$name.part" "$keep/$name"
  fi
  echo "$name"
}

backup() {
  local stem
  stem=$keep/honors-$(date +%Y%m%d-%H%M%S)
  mkdir -p "$keep"
  case ${Database__Provider:-Sqlite} in
    [Ss]qlite) backup_sqlite "$stem" ;;
    [Ss]ql[Ss]erver) backup_sqlserver "$stem" ;;
    *)
      echo "Database__Provider must be Sqlite or SqlServer." >&2
      return 64
      ;;
  esac
  find "$keep" -maxdepth 1 -name 'honors-*' -mtime "+$days" -delete
}

seconds_until() { # HH:MM
  local due
  due=$(date -d "today $1" +%s)
  [ "$due" -gt "$(date +%s)" ] || due=$(date -d "tomorrow $1" +%s)
  echo $((due - $(date +%s)))
}

case ${1:-} in
  "") backup ;;
  --every-day-at)
    at=${2:?--every-day-at needs HH:MM}
    while sleep "$(seconds_until "$at")"; do
      # A night that fails must not end the nights to come; the container's log keeps the reason.
      bash "$0" || echo "No backup was made." >&2
    done
    ;;
  *)
    echo "usage: $0 [--every-day-at HH:MM]" >&2
    exit 64
    ;;
esac
