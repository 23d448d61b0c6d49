#!/bin/sh
# Starts Instroom on the Node that came along. Of the machine it asks nothing but this shell.
here=$0
while [ -L "$here" ]; do
  target=$(PATH=/usr/bin:/bin readlink "$here") || exit 1
  case $target in
    /*) here=$target ;;
    *) here=${here%/*}/$target ;;
  esac
done
case $here in
  */*) folder=${here%/*} ;;
  *) folder=. ;;
esac
root=$(CDPATH='' cd -- "$folder/.." && pwd -P) || exit 1
exec "$root/lib/instroom/node" "$root/lib/instroom/dist/instroom.js" "$@"
