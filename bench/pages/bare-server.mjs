/**
 * The measure of the pages: node:http and node-postgres, one statement, its rows written into the page's own HTML without
 * its scripts, nobody checked. BARE: a JSON file of { path: { text, values, html } }; DATABASE_URL, PORT.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";

const pages = JSON.parse(readFileSync(process.env.BARE, "utf8"));
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// Markup and texts by turns: between two tags stands a text, which one value of the rows takes the place of.
for (const page of Object.values(pages)) page.parts = page.html.split(/(?<=>)([^<]+)(?=<)/);

function written(value, length) {
  const text = value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.slice(0, length).replace(/[&<>"]/g, (letter) => entities[letter]);
}

function fill(parts, rows) {
  const values = rows.flatMap((row) => Object.values(row));
  return parts
    .map((part, place) =>
      place % 2 === 1 ? written(values[(place >> 1) % values.length] ?? "", part.length) : part,
    )
    .join("");
}

const server = createServer(async (request, response) => {
  const page = pages[request.url];
  if (!page) return response.writeHead(request.url === "/up" ? 200 : 404).end();
  const { rows } = await pool.query(page.text, page.values);
  const body = fill(page.parts, rows);
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
});
// While the other server is measured, the connections to this one idle.
server.keepAliveTimeout = 65_000;
server.listen(Number(process.env.PORT), "127.0.0.1");
