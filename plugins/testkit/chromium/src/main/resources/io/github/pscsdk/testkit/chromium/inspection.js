// Runs as the body of a function in the page. Returns sentences about what hinders a reader; none of it is a matter of taste.
// Contrast is that of WCAG 2.2, success criterion 1.4.3 (level AA): 4.5, and 3 for large type. Text on pictures is left out.
const found = [];
const describe = element => `<${element.tagName.toLowerCase()}> ${element.textContent.trim().slice(0, 40)}`.trim();
const all = selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility());

if (!/^[a-z]{2}$/.test(document.documentElement.lang)) {
  found.push("the page does not say its language");
}
if (all("h1").length !== 1) {
  found.push(`the page has ${all("h1").length} main titles`);
}
if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
  found.push("the page is wider than the window");
}
for (const notice of all(".notice")) {
  if (notice.getBoundingClientRect().height > 40) {
    found.push("the notice of every page is higher than 40 pixels");
  }
}
for (const field of all("input:not([type=hidden], [type=submit]), select, textarea")) {
  if (field.labels.length === 0 && !field.ariaLabel) {
    found.push(`a field has no label: ${field.name}`);
  }
}
for (const group of all("fieldset")) {
  if (!group.querySelector("legend")) {
    found.push("a group of fields has no title");
  }
}
for (const picture of all("img")) {
  if (!picture.hasAttribute("alt")) {
    found.push(`a picture has no text in its place: ${picture.src}`);
  }
}

const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const rgba = colour => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => (part * a + below[i] * (255 - a)) / 255);
const luminance = colour => {
  const [r, g, b] = colour.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
// The colour behind an element, or null where a picture is.
const background = element => {
  if (!element) {
    return [255, 255, 255];
  }
  const style = getComputedStyle(element);
  if (style.backgroundImage !== "none") {
    return null;
  }
  const colour = rgba(style.backgroundColor);
  const below = colour[3] === 255 ? [0, 0, 0] : background(element.parentElement);
  return below && over(colour, below);
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  const { width, height } = element.getBoundingClientRect();
  if (texts.currentNode.data.trim() === "" || width <= 1 || height <= 1 || !element.checkVisibility()
      || element.closest("noscript, script, style, :disabled")) {
    continue;
  }
  const behind = background(element);
  if (behind) {
    const style = getComputedStyle(element);
    const [lighter, darker] = [luminance(over(rgba(style.color), behind)), luminance(behind)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const contrast = (lighter + 0.05) / (darker + 0.05);
    if (contrast < (large ? 3 : 4.5)) {
      found.push(`contrast of ${contrast.toFixed(1)}: ${describe(element)}`);
    }
  }
}
return found;
