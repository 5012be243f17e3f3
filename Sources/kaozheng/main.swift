import Glibc
import Pipeline

// A reader that goes away shows as a failed write, which can be told in words.
signal(SIGPIPE, SIG_IGN)
exit(Program(environment: Program.variable).run(Array(CommandLine.arguments.dropFirst())))
