import type { Chance } from "./random";

const beginnings = [
  "Hall",
  "Fern",
  "Moor",
  "Quarry",
  "Over",
  "Nether",
  "Birk",
  "Ash",
  "Elm",
  "Wind",
  "Long",
  "Mill",
  "Thorn",
  "Kings",
  "Brad",
  "Sand",
  "Holm",
  "Rook",
  "Swal",
  "Wex",
  "Hazel",
  "Copper",
  "Lang",
  "Stan",
  "Raven",
  "Willow",
  "Harrow",
  "Cross",
  "Pen",
  "Brook",
];
const endings = [
  "beck",
  "ley",
  "wood",
  "ton",
  "field",
  "ford",
  "gate",
  "dale",
  "bridge",
  "hurst",
  "combe",
  "stead",
  "worth",
  "mere",
  "down",
  "den",
  "wick",
  "barrow",
  "cliffe",
  "haven",
];
const saints = [
  "St Mary's",
  "St Peter's",
  "St John's",
  "St Michael's",
  "All Saints",
  "St Anne's",
  "St Joseph's",
  "Holy Trinity",
  "St Oswald's",
  "St Cuthbert's",
  "St Wilfrid's",
  "St Hilda's",
];
const firstNames = [
  "Priya",
  "Tom",
  "Grace",
  "Daniel",
  "Beth",
  "Samir",
  "Leah",
  "Aisha",
  "James",
  "Olivia",
  "Kwame",
  "Hannah",
  "Mohammed",
  "Sophie",
  "Callum",
  "Ngozi",
  "Emma",
  "Ravi",
  "Chloe",
  "Patrick",
  "Zainab",
  "Lucy",
  "Owen",
  "Mei",
  "Sarah",
  "Tariq",
  "Ellen",
  "Jack",
  "Farah",
  "Ruth",
  "Dylan",
  "Isla",
  "Yusuf",
  "Martha",
  "Ben",
  "Anjali",
  "Peter",
  "Kate",
  "Femi",
  "Rosa",
];
const lastNames = [
  "Nair",
  "Ashworth",
  "Oyelaran",
  "Whitlock",
  "Kelly",
  "Hussain",
  "Grant",
  "Bello",
  "Turner",
  "Fletcher",
  "Mensah",
  "Price",
  "Khan",
  "Barker",
  "Doyle",
  "Okafor",
  "Hughes",
  "Patel",
  "Marsh",
  "Walsh",
  "Rahman",
  "Bennett",
  "Lloyd",
  "Chen",
  "Hargreaves",
  "Malik",
  "Frost",
  "Dixon",
  "Ahmed",
  "Shaw",
  "Morgan",
  "Reid",
  "Iqbal",
  "Holt",
  "Carter",
  "Desai",
  "Young",
  "Booth",
  "Adeyemi",
  "Silva",
];

export function placeName(chance: Chance): string {
  return `${chance.pick(beginnings)}${chance.pick(endings)}`;
}

export function personName(chance: Chance): string {
  return `${chance.pick(firstNames)} ${chance.pick(lastNames)}`;
}

/** An invented name of a school, such as "Hallbeck Primary School" or "St Anne's Catholic Primary School, Fernley". */
export function schoolName(
  chance: Chance,
  kind: "primary" | "infant" | "junior" | "secondary" | "through" | "special",
): string {
  const place = placeName(chance);
  switch (kind) {
    case "secondary":
      return `${place} ${chance.pick(["Academy", "School", "High School", "Community College"])}`;
    case "through":
      return `${place} All-through School`;
    case "special":
      return `${place} ${chance.pick(["Special School", "Lodge School"])}`;
    case "infant":
      return `${place} Infant School`;
    case "junior":
      return `${place} Junior School`;
    case "primary":
      return primaryName(chance, place);
  }
}

function primaryName(chance: Chance, place: string): string {
  const draw = chance.next();
  if (draw < 0.2) return `${chance.pick(saints)} CofE Primary School, ${place}`;
  if (draw < 0.3) return `${chance.pick(saints)} Catholic Primary School, ${place}`;
  if (draw < 0.4) return `${place} Primary Academy`;
  if (draw < 0.5) return `${place} Community Primary School`;
  return `${place} Primary School`;
}
