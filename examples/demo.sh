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
  printf '$ medborgarloften --lang en find register.jsonl'
  for word in "$@"; do
    case $word in *' '*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n\n'
  "$medborgarloften" --lang en find "$register" "$@"
}

echo "The example pages are read, and a register is made of them."
echo
# The exit code 1 says that a page has a problem; one of these is meant to.
"$medborgarloften" --lang en read "$pages"/*.txt -o "$register" 2>&1 || [ $? -eq 1 ]

question "What was promised about drugs in Katrineholm, in June 2020?" \
  --on 2020-06-01 --theme narkotika --municipality Katrineholm
question "And in every municipality, about drugs or about children and young people?" \
  --on 2020-06-01 --theme narkotika --theme "barn och unga"
question "What do the police promise in Hallsberg?" --municipality Hallsberg --by polisen
question "And what does the municipality promise there?" --municipality Hallsberg --by kommunen
