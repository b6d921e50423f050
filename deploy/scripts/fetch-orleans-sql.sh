#!/usr/bin/env bash
# Fetches Orleans' SQL Server scripts (MIT licence, (c) .NET Foundation) for the release in Directory.Packages.props into deploy/sql/orleans
# and checks them. They are not kept here because they are theirs; the check sums are ours.
#
#   fetch-orleans-sql.sh                from the public repository
#   fetch-orleans-sql.sh --from FOLDER  from a folder that holds the two files, where there is no way out
set -euo pipefail

release=v10.4.2
# The two files as the release needs them were settled in this commit; a source counts only when the check sums agree.
settled=e558829b0b0f696e98c222438106e643fb53928f
repository=https://raw.githubusercontent.com/dotnet/orleans

# path in the repository, SHA-256
files=(
  "src/AdoNet/Shared/SQLServer-Main.sql 65e73f230a6fc1a1949ec52837269e0d57f444af62ef778f59fbef6e88db6926"
  "src/AdoNet/Orleans.Clustering.AdoNet/SQLServer-Clustering.sql f3b5d163b57a6fbe0953d139429f4ac2ecd9f719316ab1da3896bb1df5859bc2"
)

target=$(cd "$(dirname "$0")/.." && pwd)/sql/orleans
from=
if [ "${1:-}" = --from ]; then
  from=${2:?--from needs a folder}
elif [ $# -gt 0 ]; then
  echo "usage: $0 [--from FOLDER]" >&2
  exit 64
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

agrees() { # file, sum
  [ "$(sha256sum <"$1" | cut -d' ' -f1)" = "$2" ]
}

# The file into the scratch folder; fails when no source has it as it must be.
get() { # path, sum
  local path=$1 sum=$2 name ref
  name=${path##*/}
  if [ -n "$from" ]; then
    cp "$from/$name" "$scratch/$name"
    agrees "$scratch/$name" "$sum" || { echo "$name in $from is not the file of $release." >&2; return 1; }
    return
  fi

  for ref in "$release" "$settled"; do
    if curl --fail --silent --show-error --location --retry 3 --max-time 60 --output "$scratch/$name" "$repository/$ref/$path" &&
      agrees "$scratch/$name" "$sum"; then
      return
    fi
  done
  echo "$name could not be had, or is not what it must be: do not use it." >&2
  return 1
}

for file in "${files[@]}"; do
  read -r path sum <<<"$file"
  get "$path" "$sum"
done

# Both or none: half a set would make half a schema.
mkdir -p "$target"
for file in "${files[@]}"; do
  read -r path _ <<<"$file"
  mv "$scratch/${path##*/}" "$target/"
done
echo "Orleans $release: scripts in $target"
