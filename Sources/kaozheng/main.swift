import Glibc
import Pipeline

// The reading process is this program too, started by itself.
if CommandLine.arguments.dropFirst().first == Worker.command { exit(Worker.run()) }

// A reader that goes away shows as a failed write, which can be told in words.
signal(SIGPIPE, SIG_IGN)
// Without clean-up: work that was given up may still run on another thread.
_exit(Program(environment: Program.variable).run(Array(CommandLine.arguments.dropFirst())))
