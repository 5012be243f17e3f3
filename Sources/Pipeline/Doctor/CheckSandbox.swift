import PageReading
import ReportModel

/// A worker tries everything forbidden: what the findings say is what the kernel did.
func checkSandbox(_ launcher: WorkerLauncher) -> [MachineFinding] {
  do throws(ReadFailure) {
    let trial = try SandboxTrial.run(launcher: launcher)
    return [landlockFinding(trial.state), seccompFinding(trial.state)] + leakFindings(trial) + hiddenMaps(trial)
  } catch {
    return [
      MachineFinding(
        name: "sandbox", status: .missing,
        detail: Phrase("it could not be tried: \(error.message)", "無法測試：\(error.message)"),
        remedy: Phrase("see “reader”", "請見 reader"))
    ]
  }
}

private func landlockFinding(_ state: SandboxState) -> MachineFinding {
  if let version = state.landlock {
    return .ok(
      "landlock",
      Phrase(
        "the reading process opens nothing but its document, fonts and character maps (version \(version))",
        "讀取程序只能開啟該份文件、字型與字元對照表（第 \(version) 版）"))
  }
  return MachineFinding(
    name: "landlock", status: .advice,
    detail: Phrase("not in this kernel: the reading process could read other files", "此核心未啟用，讀取程序可能讀取其他檔案"),
    remedy: Phrase(
      "Linux 5.13 or newer, with landlock among the lsm= of its command line, and a container that lets it through",
      "使用 Linux 5.13 以上的核心，開機參數 lsm= 須包含 landlock，容器也須允許"))
}

private func seccompFinding(_ state: SandboxState) -> MachineFinding {
  if state.filtersCalls {
    return .ok(
      "seccomp",
      Phrase("the reading process can neither write, nor connect, nor start others", "讀取程序無法寫入檔案、連線或啟動其他程序"))
  }
  return MachineFinding(
    name: "seccomp", status: .advice,
    detail: Phrase(
      "no filters on this machine: the reading process could reach the network or start others",
      "此機器無法過濾系統呼叫，讀取程序可能連線或啟動其他程序"),
    remedy: Phrase(
      "a kernel with CONFIG_SECCOMP_FILTER, on x86-64 or aarch64", "使用啟用 CONFIG_SECCOMP_FILTER 的 x86-64 或 aarch64 核心"))
}

/// Both walls stand, and yet something got through.
private func leakFindings(_ trial: SandboxTrial) -> [MachineFinding] {
  let leaks = trial.attempts.filter { !$0.isRefused }.map(\.name)
  guard trial.state.note == nil, !leaks.isEmpty else { return [] }
  let list = leaks.joined(separator: ", ")
  return [
    MachineFinding(
      name: "sandbox", status: .missing,
      detail: Phrase("the reading process was able to: \(list)", "讀取程序仍能：\(list)"),
      remedy: Phrase("please report this, with the version of the kernel", "請回報此問題，並附上核心版本"))
  ]
}

/// They are on this machine, but in a folder that no worker may open.
private func hiddenMaps(_ trial: SandboxTrial) -> [MachineFinding] {
  guard Readiness.check().hasChineseMaps, !trial.hasChineseMaps else { return [] }
  return [
    MachineFinding(
      name: "sandbox", status: .missing,
      detail: Phrase(
        "poppler keeps its character maps where the reading process may not look", "poppler 的字元對照表位於讀取程序無法開啟的位置"),
      remedy: Phrase("install poppler-data under /usr/share/poppler", "請將 poppler-data 安裝於 /usr/share/poppler"))
  ]
}
