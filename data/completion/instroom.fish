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
        set -l path (string sub -s (math (string length -- "$before") + 1) -- "$current")
        # As fish completes files itself, for a command that it knows nothing of.
        for file in (complete -C "'' $path")
            printf '%s\n' "$before$file"
        end
    else
        printf '%s\n' $lines[2..-1]
    end
end

complete -c instroom -f -k -a '(__instroom_complete)'
