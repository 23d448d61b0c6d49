# Completion of instroom in bash: what can be typed is asked of instroom itself, and nothing that it answers is run.
# In ~/.bashrc: source <(instroom completion bash)

_instroom() {
  local program=$1 kind line
  COMPREPLY=()
  case $program in
    "~/"*) program=$HOME/${program#"~/"} ;;
  esac
  type -- "$program" >/dev/null 2>&1 || program=instroom
  {
    IFS= read -r kind || return 0
    case $kind in
      files)
        compopt -o default 2>/dev/null
        return 0
        ;;
      open) compopt -o nospace 2>/dev/null ;;
    esac
    while IFS= read -r line; do COMPREPLY+=("$line"); done
  } < <("$program" __complete bash "$COMP_TYPE" "${COLUMNS:-80}" "$2" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null </dev/null)
}

complete -o nosort -F _instroom instroom 2>/dev/null || complete -F _instroom instroom
