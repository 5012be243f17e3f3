/// The look of the check page; one colour for each role, furniture in grey.
let checkPageStyle: StaticString = """
  :root { color-scheme: light; font: 15px/1.6 "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", sans-serif; }
  body { margin: 0; background: #f4f4f1; color: #222; }
  header { padding: 1rem 1.5rem; background: #fff; border-bottom: 1px solid #ddd; }
  h1 { font-size: 1.2rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
  nav a { display: inline-block; padding: 0 .3rem; color: #345; }
  nav a.partial { background: #fff0c2; } nav a.none { background: #f9d0cc; }
  .failure { background: #f9d0cc; padding: .4rem .7rem; }
  .page { margin: 1rem 1.5rem; background: #fff; border: 1px solid #ddd; padding: .5rem 1rem 1rem; }
  .page h2 { font-size: 1rem; margin: .2rem 0 .6rem; }
  .readable { font-weight: normal; font-size: .8rem; background: #fff0c2; padding: .1rem .4rem; }
  .readable.none { background: #f9d0cc; }
  .pair { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1rem; }
  figure { margin: 0; } svg { width: 100%; height: auto; display: block; border: 1px solid #eee; position: sticky; top: 0; }
  .text { max-height: 90vh; overflow: auto; }
  .blank { fill: #fafafa; }
  g { --c: #888; color: var(--c); } rect.block { fill: var(--c); fill-opacity: .07; stroke: var(--c); stroke-width: .8; }
  rect.cell { fill: none; stroke: var(--c); stroke-width: .4; stroke-dasharray: 2 1; }
  g text { fill: var(--c); font: bold 7px sans-serif; text-anchor: end; paint-order: stroke; stroke: #fff; stroke-width: 2px; }
  g:hover rect.block, g:target rect.block { fill-opacity: .3; stroke-width: 1.6; }
  .part { border-left: 3px solid var(--c); padding-left: .6rem; margin: 0 0 .5rem; --c: #888; }
  .part:target { background: #fff8d8; }
  .part p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
  .part.heading p { font-weight: bold; }
  .role { font-size: .7rem; color: var(--c); text-decoration: none; }
  .legend .role { border: 1px solid var(--c); padding: 0 .4rem; --c: #888; }
  .heading, .role.heading { --c: #b3261e !important; } .paragraph { --c: #1b5e9b !important; }
  .list-item { --c: #2e7d32 !important; } .table { --c: #6a1b9a !important; } .caption { --c: #ad6800 !important; }
  .figure-text { --c: #00838f !important; } .footnote { --c: #795548 !important; } .toc-entry { --c: #5c6bc0 !important; }
  .running-header, .running-footer, .page-number, .navigation, .watermark { opacity: .65; }
  table { border-collapse: collapse; font-size: .85rem; } th, td { border: 1px solid #ccc; padding: .1rem .4rem; }
  th { background: #f3eef8; text-align: left; }
  @media (max-width: 60rem) { .pair { grid-template-columns: 1fr; } .text { max-height: none; } }

  """
