/**
 * The measure of the pages: node:http and node-postgres, one statement, the rows as a table, nobody checked.
 * BARE: a JSON file of { path: { text, values } }; DATABASE_URL, PORT.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";

const statements = JSON.parse(readFileSync(process.env.BARE, "utf8"));
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function cell(value) {
  const text = value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  return `<td>${text.replace(/[&<>"]/g, (letter) => entities[letter])}</td>`;
}

function page(rows) {
  const lines = rows.map((row) => `<tr>${Object.values(row).map(cell).join("")}</tr>`);
  return `<!doctype html><html lang="en"><title>Bare</title><main><h1>Bare</h1><table>${lines.join("")}</table></main></html>`;
}

const server = createServer(async (request, response) => {
  const statement = statements[request.url];
  if (!statement) return response.writeHead(request.url === "/up" ? 200 : 404).end();
  const { rows } = await pool.query(statement.text, statement.values);
  const body = page(rows);
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
});
server.listen(Number(process.env.PORT), "127.0.0.1");
