// Colours: as the system has them, light, or dark.

const THEMES = ["auto", "light", "dark"];
const SAYS = { auto: "Colours: as the system has them", light: "Colours: light", dark: "Colours: dark" };

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  const button = $("#theme");
  button.setAttribute("aria-label", SAYS[theme]);
  button.title = SAYS[theme];
}

$("#theme").addEventListener("click", () => {
  const next = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length];
  setTheme(next);
  store.write("claimsheet/theme", next);
  say(SAYS[next]);
});

setTheme(THEMES.find((theme) => theme === store.read("claimsheet/theme")) ?? "auto");
