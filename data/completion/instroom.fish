# Completion of instroom in fish: what can be typed is asked of instroom itself, and nothing that it answers is run.
# In ~/.config/fish/config.fish: instroom completion fish | source

function __instroom_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    type -q -- $program; or set program instroom
    set -l lines ($program __complete fish $words[2..-1] "$current" 2>/dev/null </dev/null)
    if test "$lines[1]" = files
        set -l before (string match -r -- '^(?:--[^=]*=|-[a-z])' $current)
        set -l path (string replace -- "$before" '' "$current")
        for file in (__fish_complete_path "$path")
            printf '%s\n' "$before$file"
        end
    else
        printf '%s\n' $lines[2..-1]
    end
end

complete -c instroom -f -k -a '(__instroom_complete)'
