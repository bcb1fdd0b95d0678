// What Microsoft's own tools say of a project for Power BI: its report, and each query in M.
// Usage: node check-powerbi.js PROJECT QUERIES, a file with {"place": "query", ...}
const { spawnSync } = require('child_process')
const { readFileSync } = require('fs')
const { join } = require('path')
const { DefaultSettings, TaskUtils } = require('@microsoft/powerquery-parser')

const [project, queries] = process.argv.slice(2)

function report () {
  const cli = join(__dirname, 'node_modules/@microsoft/powerbi-report-authoring-cli/dist/cli.js')
  const said = spawnSync(process.execPath, [cli, 'validate', '--no-schema', project], { encoding: 'utf8' })
  const { data, error } = JSON.parse(said.stdout)
  if (error) {
    throw new Error(error.message)
  }
  console.log(`report ${data.result}`)
  for (const [code, group] of Object.entries(data.diagnostics ?? {})) {
    console.log(`${group.severity} ${code} ${group.items.map(item => item.message).join('; ')}`)
  }
}

async function query (place, text) {
  const task = await TaskUtils.tryLexParse(DefaultSettings, text)
  console.log(TaskUtils.isParseStageOk(task) ? `parsed ${place}` : `unparsed ${place} ${task.error.message}`)
}

async function main () {
  report()
  for (const [place, text] of Object.entries(JSON.parse(readFileSync(queries, 'utf8')))) {
    await query(place, text)
  }
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
