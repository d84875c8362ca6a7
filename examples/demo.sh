#!/bin/sh
# From published pages to answered questions:
#     sh examples/demo.sh path/to/medborgarloften
set -eu

medborgarloften=${1:-medborgarloften}
pages=$(dirname "$0")/../src/medborgarloften/examples/pages
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
register=$folder/register.jsonl

# A terminal tells how wide it is; a pipe does not, and this is for reading.
[ -t 1 ] || export COLUMNS="${COLUMNS:-100}"

question() {
  printf '\n%s\n\n' "$1"
  shift
  printf '$ medborgarloften find register.jsonl'
  for word in "$@"; do
    case $word in *' '*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n\n'
  "$medborgarloften" find "$register" "$@"
}

echo "Sidorna i $pages läses till ett register."
echo
# The exit code 1 says that a page has a problem; one of these is meant to.
"$medborgarloften" read "$pages"/*.txt -o "$register" 2>&1 || [ $? -eq 1 ]

question "Vad lovades om narkotika i Katrineholm, i juni 2020?" \
  --on 2020-06-01 --theme narkotika --municipality Katrineholm
question "Och i alla kommuner, om narkotika eller om barn och unga?" \
  --on 2020-06-01 --theme narkotika --theme "barn och unga"
question "Vad lovar polisen i Hallsberg?" --municipality Hallsberg --by polisen
question "Och vad lovar kommunen där?" --municipality Hallsberg --by kommunen
