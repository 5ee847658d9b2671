#!/usr/bin/env bash
# Draws the pictures of this folder anew: the program runs in a terminal, on the sample, and what stands on the screen is
# written as SVG. With --check nothing is written: it fails where a picture is not what the program draws now.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CGO_ENABLED=0
case "${1:-}" in
"") more=-update ;;
--check) more=-pictures ;;
*)
	echo "usage: docs/screens/make.sh [--check]" >&2
	exit 2
	;;
esac
go test ./cmd/zoufang -count=1 -run '^TestPictures$' "$more"
