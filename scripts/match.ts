import { runMatchCommand } from "@/lib/matching/interchange/run-match-command";

process.exitCode = await runMatchCommand(process.argv.slice(2), {
  result: (line) => console.log(line),
  refusal: (sentence) => console.error(sentence),
});
