/** The one stylesheet of the sandbox's pages: the shop's colours, phone first, light and dark. */
export const PAGE_STYLE = `
:root {
  --ground: #f1f4ee; --paper: #ffffff; --ink: #17231c; --ink-2: #4a574f; --leaf: #0e6b4a; --on-leaf: #ffffff;
  --rape-tint: #fff3c9; --pepper: #b3261e; --pepper-tint: #fce8e5; --indigo: #274690; --border: #7a877e; --rule: #c9d2c6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1612; --paper: #18211b; --ink: #eaf0e9; --ink-2: #a9b6ac; --leaf: #63cba0; --on-leaf: #0f1612;
    --rape-tint: #3a3212; --pepper: #ff8a7a; --pepper-tint: #3c1b18; --indigo: #a3b8ff; --border: #7f8d84; --rule: #334038;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 16px; background: var(--ground); color: var(--ink); line-height: 1.6; font-size: 16px;
  font-family: "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif;
}
main { max-width: 960px; margin: 0 auto; padding: 16px; background: var(--paper); border: 1px solid var(--rule); border-radius: 8px; }
main.checkout { max-width: 480px; }
h1 { font-size: 24px; line-height: 1.3; margin: 8px 0 16px; }
h2 { font-size: 18px; margin: 24px 0 8px; }
small { display: block; color: var(--ink-2); font-size: 14px; }
a { color: var(--indigo); }
.badge { display: inline-block; margin: 0; padding: 4px 8px; border-radius: 4px; background: var(--rape-tint); font-size: 14px; }
.price { display: block; color: var(--pepper); font-size: 38px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.alert { padding: 12px; border: 1px solid var(--pepper); border-radius: 4px; background: var(--pepper-tint); }
.notice { padding: 12px; border: 1px solid var(--leaf); border-radius: 4px; }
.hint { margin: 0 0 8px; color: var(--ink-2); font-size: 14px; }
.lines { list-style: none; margin: 0; padding: 0; }
.lines li { display: flex; justify-content: space-between; gap: 16px; padding: 8px 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
.sum { white-space: nowrap; font-variant-numeric: tabular-nums; }
fieldset { margin: 24px 0 0; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; font-size: 18px; font-weight: 600; }
.choice { display: flex; align-items: center; gap: 12px; min-height: 44px; border-bottom: 1px solid var(--rule); }
.choice input { width: 20px; height: 20px; accent-color: var(--leaf); }
button, .button, input[type="number"], input[type="text"], select {
  min-height: 44px; padding: 8px 16px; border: 1px solid var(--border); border-radius: 4px; background: var(--paper); color: var(--ink); font: inherit;
}
button, .button { cursor: pointer; }
.button { display: inline-block; text-decoration: none; }
main.checkout button { display: block; width: 100%; margin-top: 8px; }
button.primary { background: var(--leaf); border-color: var(--leaf); color: var(--on-leaf); font-weight: 600; }
:focus-visible { outline: 3px solid var(--indigo); outline-offset: 2px; }
.fields { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); align-items: end; }
.fields label { display: grid; gap: 4px; font-size: 14px; }
.fields label.switch { display: flex; align-items: center; gap: 8px; min-height: 44px; }
.fields label.switch input { width: 20px; height: 20px; accent-color: var(--leaf); }
.fields input[type="number"], .fields select { width: 100%; }
.field { display: grid; gap: 4px; margin: 12px 0; }
td form { display: inline-block; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 16px 0 0; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
caption { text-align: start; font-size: 18px; font-weight: 600; padding: 24px 0 8px; }
th, td { padding: 8px 12px 8px 0; white-space: nowrap; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: middle; }
code { font-size: 13px; overflow-wrap: anywhere; }
@media (max-width: 479px) { body { padding: 0; } main { border-width: 0 0 1px; border-radius: 0; } }
`
