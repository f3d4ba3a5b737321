import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Process, parent and command of a process. */
function facts(pid) {
  if (existsSync("/proc/self/stat")) {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    return { parent, command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") };
  }
  const line = spawnSync("ps", ["-p", String(pid), "-o", "ppid=,command="], {
    encoding: "utf8",
  }).stdout.trim();
  const [parent = "1", ...command] = line.split(/\s+/);
  return { parent: Number(parent), command: command.join(" ") };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    // A dead process keeps its number until its parent has asked for it.
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/** The npm that ran us, which may have a shell in between. @returns {number | undefined} */
function findNpm() {
  try {
    const first = facts(process.ppid);
    if (/\bnpm\b/.test(first.command) && !first.command.includes("-c ")) return process.ppid;
    return /\bnpm\b/.test(facts(first.parent).command) ? first.parent : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Calls back when the npm that started us is killed: nobody could stop us any more with the keys that started us.
 * @param {() => void} onGone
 */
export function watchNpm(onGone) {
  const npm = process.env.npm_lifecycle_event ? findNpm() : undefined;
  if (npm === undefined) return;
  const timer = setInterval(() => {
    if (isAlive(npm)) return;
    clearInterval(timer);
    onGone();
  }, 300);
  timer.unref();
}
