/// The look of the rubric's page: quiet on screen, light or dark, and whole in print.
let rubricStyle: StaticString = """
  :root { color-scheme: light dark; --ink: #1f2328; --soft: #636b74; --line: #dfe2e6; --paper: #fff; --ground: #f6f6f3;
    --tint: #eef1f6; --blue: #1b5e9b; --green: #1f7a3d; --red: #b3261e; --amber: #8a5a00;
    font: 16px/1.65 "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", sans-serif; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e4e6e9; --soft: #9aa2ab; --line: #363b42; --paper: #1c1f23;
    --ground: #141619; --tint: #262b33; --blue: #8ab8e6; --green: #7fcf98; --red: #f0918a; --amber: #e0b668; } }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--ground); color: var(--ink); }
  a { color: var(--blue); text-decoration: none; } a:hover { text-decoration: underline; }
  .page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); max-width: 80rem; margin: 0 auto; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 1.6rem 1rem 2rem 1.2rem;
    font-size: .86rem; border-right: 1px solid var(--line); min-height: 100vh; }
  nav h2 { font-size: 1.05rem; margin: 0 0 .4rem; } nav h3 { font-size: .8rem; margin: 1.1rem 0 .2rem; }
  nav h3 a { color: var(--soft); } nav summary { cursor: pointer; padding: .12rem 0; }
  nav ul { margin: .1rem 0 .5rem; padding-left: 1.1rem; list-style: none; } nav li { padding: .1rem 0; line-height: 1.4; }
  nav .lists { margin-top: 1.4rem; }
  main { padding: 1.6rem 2.2rem 4rem; min-width: 0; }
  h1 { font-size: 1.8rem; margin: 0 0 .4rem; line-height: 1.3; } h2 { font-size: 1.4rem; margin: 0; line-height: 1.35; }
  h3 { font-size: 1.08rem; margin: 1.8rem 0 .7rem; } h4 { font-size: 1rem; margin: 0; line-height: 1.5; }
  main > header:not(:first-child) { margin-top: 4.5rem; } nav h2:not(:first-child) { margin-top: 1.8rem; }
  .dimension > h2, .lists > h2 { margin: 2.8rem 0 0; padding-bottom: .4rem; border-bottom: 2px solid var(--ink); }
  [id] { scroll-margin-top: 1rem; }
  .other { color: var(--soft); font-weight: normal; font-size: .88em; }
  .notes { margin: .4rem 0 0; color: var(--soft); max-width: 46rem; } header .notes { margin-bottom: 1.2rem; }
  .counts { font-size: .8rem; font-weight: normal; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .plus { color: var(--green); } .minus { color: var(--red); }
  table { border-collapse: collapse; } th, td { text-align: left; padding: .22rem .7rem .22rem 0; vertical-align: top; }
  .summary { font-size: .9rem; width: 100%; max-width: 46rem; } .summary th { color: var(--soft); font-weight: normal; }
  .summary th, .summary td { border-bottom: 1px solid var(--line); }
  .summary th + th, .summary td + td { text-align: right; width: 6rem; font-variant-numeric: tabular-nums; }
  .summary tr.group td { font-weight: 600; padding-top: .7rem; } .summary tr:not(.group) td:first-child { padding-left: 1rem; }
  article { background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--green);
    border-radius: 6px; padding: .7rem 1rem .8rem; margin: 0 0 .8rem; }
  article.negative { border-left-color: var(--red); } article:target { outline: 2px solid var(--blue); }
  .sign { display: inline-block; width: 1.1em; color: var(--green); } .negative .sign { color: var(--red); }
  .anchor { float: right; color: var(--soft); opacity: .45; font-weight: normal; }
  .facts { margin: .25rem 0 0; font-size: .8rem; display: flex; flex-wrap: wrap; gap: .25rem .4rem; align-items: center; }
  code { font: .92em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; color: var(--soft); overflow-wrap: anywhere; }
  .chip { background: var(--tint); border-radius: 4px; padding: 0 .45rem; }
  .chip.reference { background: none; border: 1px solid var(--line); } .chip.industry { color: var(--amber); }
  .chip.unproven { background: none; border: 1px dashed var(--soft); color: var(--soft); }
  .none { margin: .4rem 0 0; color: var(--soft); font-size: .88rem; }
  .rule { margin-top: .5rem; font-size: .92rem; } .rule summary { cursor: pointer; color: var(--blue); }
  .tally { color: var(--soft); font-size: .8rem; margin-left: .3rem; }
  .rule-body { border-left: 2px solid var(--line); margin: .4rem 0 .2rem .3rem; padding-left: .9rem; }
  .points, .points ul { margin: 0; padding-left: 1.1rem; } .points li { padding: .06rem 0; }
  .pattern { background: var(--tint); border-radius: 4px; padding: .05rem .4rem; overflow-wrap: anywhere;
    -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  .slot { color: var(--green); border: 1px solid currentColor; border-radius: 9px; padding: 0 .4rem; font-size: .84em; margin: 0 .12rem; }
  a.list { border-bottom: 1px dotted currentColor; margin: 0 .12rem; } .gap { color: var(--soft); padding: 0 .1rem; }
  .choice::before { content: "("; } .choice::after { content: ")"; } .choice::before, .choice::after, .bar { color: var(--soft); }
  .bar { padding: 0 .12rem; }
  .examples { list-style: none; margin: .6rem 0 0; padding: 0; } .examples li { padding: .15rem 0 .15rem 1.5rem; position: relative; }
  .examples li::before { position: absolute; left: .1rem; } .hit::before { content: "✓"; color: var(--green); }
  .miss::before { content: "✗"; color: var(--red); } .undisclosed::before { content: "∅"; color: var(--amber); }
  .values, .why { font-size: .84rem; color: var(--soft); margin-left: .6rem; } .values b { color: var(--ink); margin: 0 .5rem 0 .2rem; font-weight: 600; }
  .why::before { content: "— "; } .heading::after { content: " › "; color: var(--soft); }
  .examples table { font-size: .86rem; margin: .2rem 0; display: inline-table; vertical-align: middle; }
  .examples th, .examples td { border: 1px solid var(--line); padding: .1rem .5rem; } .examples th { background: var(--tint); font-weight: normal; }
  dl { display: grid; grid-template-columns: minmax(9rem, max-content) minmax(0, 1fr); gap: .3rem 1.2rem; font-size: .9rem; }
  dt, dd { margin: 0; } dt:target, dt:target + dd { background: var(--tint); }
  .except { display: block; color: var(--soft); font-size: .88em; }
  @media (max-width: 60rem) { .page { display: block; } nav { position: static; max-height: none; min-height: 0; border-right: 0;
    border-bottom: 1px solid var(--line); } main { padding: 1.2rem; } dl { display: block; } dd { margin: 0 0 .6rem; } }
  @media print { :root { color-scheme: light; --ink: #000; --soft: #555; --line: #bbb; --paper: #fff; --ground: #fff;
      --tint: #f0f0f0; --blue: #000; --green: #1f7a3d; --red: #b3261e; --amber: #6b4700; font-size: 10.5pt; }
    .page { display: block; max-width: none; } nav, .anchor { display: none; } main { padding: 0; }
    article { break-inside: auto; border-radius: 0; } h2, h3, h4, .facts, summary { break-after: avoid; }
    li, tr { break-inside: avoid; } .rule summary { list-style: none; color: inherit; }
    details::details-content { content-visibility: visible; block-size: auto; } }

  """
