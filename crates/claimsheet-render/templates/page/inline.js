// Markdown within a line, as nodes. What it does not know is text.

const INLINE = [
  [/^\\([!-/:-@[-`{-~])/, (found) => found[1]],
  [/^<br\s*\/?>/i, () => el("br")],
  [/^\*\*(?=\S)(.+?)(?<=\S)\*\*/s, (found) => el("b", {}, inline(found[1]))],
  [/^`([^`]+)`/, (found) => el("code", {}, found[1])],
  [/^\[((?:\\.|[^\]\\])*)\]\(([^()\s]*)\)/, (found) => link(found[2], inline(found[1])) ?? found[0]],
  [/^<(https?:\/\/[^\s<>]+)>/i, (found) => link(found[1], [found[1]])],
  [/^https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"’”]/i, (found) => link(found[0], [found[0]])],
];

/** The nodes of a line. */
function inline(text) {
  const nodes = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 4000);
    const known = /^[\\<*`[h]/i.test(rest) && INLINE.map(([pattern, make]) => [pattern.exec(rest), make]).find(([found]) => found);
    if (known) {
      const [found, make] = known;
      const made = make(found);
      if (typeof made === "string") plain += made;
      else {
        nodes.push(plain, ...[made].flat());
        plain = "";
      }
      at += found[0].length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  return [...nodes, plain].filter((node) => node !== "");
}

/** A link into the web, which tells nobody where it was found; nothing for other addresses. */
function link(url, words) {
  if (!/^https?:\/\//i.test(url)) return null;
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words);
}

/** The words of a line without marks. */
const plainText = (text) => inline(text).map((node) => node.textContent ?? node).join("");
