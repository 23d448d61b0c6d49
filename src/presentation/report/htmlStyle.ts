/** How the HTML of a report looks: in the reader's own font, light or dark as they have it, as wide as there is room. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1b1f24; --back: #fff; --dim: #59636e; --line: #d1d9e0; --soft: #f6f8fa;
  --danger: #b3261e; --warning: #8a5a00; --good: #116329; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --back: #0d1117; --dim: #9198a1; --line: #3d444d;
  --soft: #161b22; --danger: #ff8178; --warning: #e3b341; --good: #56d364; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; color: var(--text); background: var(--back);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; }
p.danger, p.warning { padding: .5rem .75rem; border-left: .25rem solid currentColor; background: var(--soft); }
dl { display: grid; grid-template-columns: fit-content(40%) 1fr; gap: .25rem 1rem; margin: 0; }
dt, .dim, small { color: var(--dim); }
dd { margin: 0; }
table { border-collapse: collapse; margin: 0 0 1rem; }
th, td { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: break-word; }
th + th, td + td { text-align: right; font-variant-numeric: tabular-nums; }
details { margin: .5rem 0; border: 1px solid var(--line); border-radius: .5rem; }
summary { padding: .5rem .75rem; font-weight: 600; cursor: pointer; background: var(--soft); border-radius: .5rem; }
details ul { list-style: none; margin: 0; padding: 0; }
details > ul > li { padding: .5rem .75rem; border-top: 1px solid var(--line); }
li li { padding-left: 1rem; font-size: .9375rem; }
del { color: var(--dim); white-space: pre-wrap; }
ins { color: var(--good); text-decoration: none; white-space: pre-wrap; }
.danger { color: var(--danger); }
.warning { color: var(--warning); }
@media print { details { border: 0; } }
`;
