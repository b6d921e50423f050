#!/usr/bin/env bash
# After "honors migrate", as an administrator of the database: the cluster's membership tables and the login of the site.
# Run again it changes nothing. sqlcmd takes server, user and password from SQLCMDSERVER, SQLCMDUSER and SQLCMDPASSWORD.
#
#   HONORS_DATABASE       the database (Honors)
#   HONORS_SITE_PASSWORD  the password of the login honors_site; without it no login is made
#   SQLCMD                the program, where it is not on the path
set -euo pipefail

sql=$(cd "$(dirname "$0")/../sql" && pwd)
database=${HONORS_DATABASE:-Honors}
sqlcmd=${SQLCMD:-sqlcmd}

run() {
  "$sqlcmd" -C -b -I -d "$database" "$@"
}

for script in SQLServer-Main.sql SQLServer-Clustering.sql; do
  if [ ! -f "$sql/orleans/$script" ]; then
    echo "$sql/orleans/$script is missing: run scripts/fetch-orleans-sql.sh first." >&2
    exit 1
  fi
done

# The first script changes a setting of the database and would wait for whoever is connected, so it runs only until the last of the
# queries that the second one enters is there.
last=$(grep -oE "'[A-Za-z]+Key'" "$sql/orleans/SQLServer-Clustering.sql" | tail -n 1)
known=$(run -h -1 -W -Q "SET NOCOUNT ON; IF OBJECT_ID(N'OrleansQuery') IS NULL SELECT 0 ELSE SELECT COUNT(*) FROM OrleansQuery WHERE QueryKey = $last")
if [ "$(tr -d '[:space:]' <<<"$known")" = 1 ]; then
  echo "Membership tables are there."
else
  run -i "$sql/orleans/SQLServer-Main.sql"
  run -i "$sql/orleans/SQLServer-Clustering.sql"
  echo "Membership tables made."
fi

if [ -n "${HONORS_SITE_PASSWORD:-}" ]; then
  # Through the environment, so that no list of processes shows it.
  SitePassword=$HONORS_SITE_PASSWORD run -i "$sql/site-login.sql"
  echo "Login honors_site is ready."
fi
