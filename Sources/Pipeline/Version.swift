/// The program's own version, as `--version` prints it and results carry it.
package let engineVersion = "kaozheng 0.1.0"
