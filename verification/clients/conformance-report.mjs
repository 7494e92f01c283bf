// Reads every checks.json of a conformance run, prints one table, and fails on what must not be:
// conformance-report.mjs FOLDER KNOWN-WARNINGS [UNMET]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [folder, knownFile, unmetFile] = process.argv.slice(2);

// Extensions that this server does not offer: the suite runs them anyway.
const NOT_OFFERED = /^(tasks-|sep-2640-skills-)/;

// The smallest number of scenarios that must have run, so that a suite that ran nothing does not pass.
const MUST_HAVE_RUN = {
  '2026-07-28': 37,
  '2025-11-25': 30,
  '2026-07-28-http-header-validation': 1,
  '2026-07-28-http-custom-header-server-validation': 1,
  '2026-07-28-json-schema-2020-12': 1,
  '2025-11-25-json-schema-2020-12': 1,
  '2025-11-25-server-session-lifecycle': 1,
  '2025-11-25-server-sse-polling': 1,
};

const entries = (file) => readFileSync(file, 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line && !line.startsWith('#'));
const known = entries(knownFile);
const unmet = unmetFile ? entries(unmetFile) : [];
const used = new Set();
const problems = [];

function checksUnder(path) {
  return readdirSync(path, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('checks.json'))
    .map((name) => ({
      scenario: name.replace(/\/?checks\.json$/, '').replace(/^.*server-(?=[a-z])/, 'server-')
        .replace(/^server-/, '').replace(/-\d{4}-\d{2}-\d{2}T.*$/, ''),
      checks: JSON.parse(readFileSync(join(path, name), 'utf8')),
    }))
    .filter((each) => !NOT_OFFERED.test(each.scenario));
}

function judge(run, scenario, check) {
  const line = `${run} ${scenario} ${check.id}`;
  if (check.status === 'FAILURE' && unmet.includes(line)) {
    used.add(line);
  } else if (check.status === 'FAILURE') {
    problems.push(`FAILURE ${line}: ${check.errorMessage ?? ''}`);
  }
  if (check.status === 'WARNING') {
    const entry = known.find((one) => line === one);
    if (entry) {
      used.add(entry);
    } else {
      problems.push(`WARNING ${line}: ${check.errorMessage ?? check.description ?? ''}`);
    }
  }
}

const rows = [['run', 'scenarios', 'success', 'warning', 'failure', 'skipped']];
for (const [run, least] of Object.entries(MUST_HAVE_RUN)) {
  const path = join(folder, run);
  const scenarios = statSync(path, { throwIfNoEntry: false }) ? checksUnder(path) : [];
  const count = (status) => scenarios.flatMap((each) => each.checks).filter((one) => one.status === status).length;
  scenarios.forEach((each) => each.checks.forEach((check) => judge(run, each.scenario, check)));
  if (scenarios.length < least) {
    problems.push(`${run}: only ${scenarios.length} of ${least} scenarios ran`);
  }
  rows.push([run, scenarios.length, count('SUCCESS'), count('WARNING'), count('FAILURE'), count('SKIPPED')]);
}
known.filter((entry) => !used.has(entry)).forEach((entry) => problems.push(`known warning that no longer comes: ${entry}`));
unmet.filter((entry) => !used.has(entry)).forEach((entry) => problems.push(`listed as unmet, and is met: ${entry}`));

const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
rows.forEach((row) => console.log(row.map((cell, column) => String(cell).padEnd(widths[column])).join('  ')));
problems.forEach((problem) => console.log(problem));
console.log(problems.length === 0 ? 'conformance: passed' : `conformance: ${problems.length} problem(s)`);
process.exit(problems.length === 0 ? 0 : 1);
