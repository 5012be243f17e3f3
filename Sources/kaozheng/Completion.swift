/// The bash completion script, made from the command table.
enum Completion {
  static func bash() -> String {
    let commands = CommandTable.commands
    let cases = commands.map { command in
      let options = (command.options + CommandTable.common).map(\.name).joined(separator: " ")
      return "    \"\(command.name)\") words=\"\(options)\" ;;"
    }
    let families = Set(commands.compactMap { $0.name.split(separator: " ").dropLast().first.map(String.init) }).sorted()
    let secondWords = families.map { family in
      "    \(family)) COMPREPLY=($(compgen -W \"\(CommandTable.family(family).joined(separator: " "))\" -- \"$word\")); return ;;"
    }
    let firstWords = Set(commands.map { $0.name.split(separator: " ").first.map(String.init) ?? "" }).sorted()
    let choices = (commands.flatMap(\.options) + CommandTable.common).filter { !$0.choices.isEmpty }.map { option in
      "    \(option.name)) COMPREPLY=($(compgen -W \"\(option.choices.joined(separator: " "))\" -- \"$word\")); return ;;"
    }
    return """
      # bash completion for kaozheng, written by `kaozheng completion`
      _kaozheng() {
        local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words=""
        case "$previous" in
      \(choices.joined(separator: "\n"))
        esac
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(firstWords.joined(separator: " ")) --help --version" -- "$word"))
          return
        fi
        if [ "$COMP_CWORD" -eq 2 ]; then
          case "${COMP_WORDS[1]}" in
      \(secondWords.joined(separator: "\n"))
          esac
        fi
        local command="${COMP_WORDS[1]}"
        case "$command" in
          \(families.joined(separator: "|"))) command="$command ${COMP_WORDS[2]}" ;;
        esac
        case "$command" in
      \(cases.joined(separator: "\n"))
        esac
        case "$word" in
          -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
          *) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")) ;;
        esac
      }
      complete -F _kaozheng kaozheng

      """
  }
}
