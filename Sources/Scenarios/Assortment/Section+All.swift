extension Section {
  /// The eight sections, 800 articles together.
  static let all: [Section] = [clothes, shoes, home, electronics, toys, grocery, chilled, appliances]

  private static let colours = [
    "azul", "verde", "gris", "café", "beige", "celeste", "naranja", "burdeo", "turquesa", "lila", "mostaza", "terracota",
  ]
  /// Names of Chilean trees and shrubs: model lines that are nobody's brand.
  private static let lines = [
    "Arrayán", "Boldo", "Canelo", "Coihue", "Lenga", "Litre", "Maitén", "Maqui", "Mañío", "Peumo", "Quillay", "Tepa", "Ulmo",
  ]

  private static let clothes = Section(
    prefix: "rop", count: 230, skill: "",
    things: [
      Thing("Polera", 210, 1400, 9990), Thing("Camisa", 290, 2000, 19_990), Thing("Blusa", 220, 1700, 17_990),
      Thing("Pantalón", 480, 3200, 24_990), Thing("Jeans", 650, 3600, 27_990), Thing("Short", 260, 1700, 12_990),
      Thing("Falda", 280, 2000, 16_990), Thing("Vestido", 340, 2500, 24_990), Thing("Polerón", 560, 4600, 22_990),
      Thing("Suéter", 450, 3800, 23_990), Thing("Chaqueta", 890, 7500, 44_990), Thing("Parka", 1250, 13_000, 64_990),
      Thing("Pijama", 420, 3000, 17_990), Thing("Set de calcetines", 160, 900, 6990), Thing("Traje de baño", 150, 800, 15_990),
    ],
    styles: ["de algodón", "de lino", "deportivo línea Boldo", "clásico", "línea Maqui", "línea Tepa", "estampado"],
    variants: colours)

  private static let shoes = Section(
    prefix: "cal", count: 100, skill: "",
    things: [
      Thing("Zapatillas", 820, 9500, 39_990), Thing("Zapatos", 900, 8500, 44_990), Thing("Sandalias", 480, 5200, 19_990),
      Thing("Botines", 1150, 11_500, 49_990), Thing("Bototos", 1480, 14_000, 59_990), Thing("Pantuflas", 320, 4600, 9990),
    ],
    styles: ["de mujer", "de hombre", "de niña", "de niño", "de trekking", "urbanas línea Lenga"], variants: colours)

  private static let home = Section(
    prefix: "hog", count: 150, skill: "",
    things: [
      Thing("Juego de sábanas", 1500, 6500, 24_990), Thing("Plumón", 2300, 38_000, 39_990), Thing("Toalla", 520, 3400, 7990),
      Thing("Almohada", 900, 22_000, 11_990), Thing("Lámpara", 1800, 16_000, 22_990), Thing("Cortina", 1300, 5800, 19_990),
      Thing("Olla", 1700, 9500, 21_990), Thing("Sartén", 1100, 8000, 17_990), Thing("Set de vasos", 1900, 7200, 12_990),
      Thing("Alfombra", 5200, 32_000, 49_990), Thing("Silla plegable", 4300, 48_000, 24_990), Thing("Cojín", 450, 9000, 8990),
      Thing("Repisa", 6500, 26_000, 29_990), Thing("Caja organizadora", 950, 30_000, 7990),
      Thing("Velador", 9800, 78_000, 49_990),
    ],
    styles: ["línea Coihue", "línea Ulmo", "línea Mañío", "básico", "premium"], variants: colours)

  private static let electronics = Section(
    prefix: "ele", count: 110, skill: "",
    things: [
      Thing("Audífonos", 220, 1300, 24_990), Thing("Parlante", 750, 4200, 34_990), Thing("Cargador", 140, 500, 9990),
      Thing("Teclado", 680, 4500, 19_990), Thing("Mouse", 130, 750, 9990), Thing("Teléfono", 380, 1400, 179_990),
      Thing("Tablet", 720, 3200, 159_990), Thing("Notebook", 2600, 12_500, 449_990), Thing("Monitor", 5600, 52_000, 129_990),
      Thing("Impresora", 6200, 38_000, 79_990), Thing("Televisor", 13_500, 155_000, 249_990),
      Thing("Consola", 3400, 15_000, 329_990),
      Thing("Hervidor", 1100, 8200, 17_990), Thing("Licuadora", 2900, 17_000, 34_990),
      Thing("Microondas", 12_500, 62_000, 64_990),
      Thing("Aspiradora", 5400, 41_000, 59_990), Thing("Ventilador", 4200, 44_000, 29_990),
    ],
    styles: lines, variants: ["100", "200", "300", "Pro", "Mini"])

  private static let toys = Section(
    prefix: "jug", count: 80, skill: "",
    things: [
      Thing("Muñeca", 420, 3600, 14_990), Thing("Auto a control remoto", 780, 7200, 19_990),
      Thing("Rompecabezas", 650, 3000, 9990),
      Thing("Juego de mesa", 1050, 5200, 17_990), Thing("Set de bloques", 1300, 8200, 24_990),
      Thing("Peluche", 320, 8500, 12_990),
      Thing("Pelota", 400, 6000, 8990), Thing("Bicicleta infantil", 9200, 92_000, 89_990), Thing("Patines", 2700, 15_000, 34_990),
      Thing("Piscina inflable", 3900, 18_000, 29_990),
    ],
    styles: lines, variants: ["azul", "verde", "naranja", "grande", "chico"])

  private static let grocery = Section(
    prefix: "ali", count: 100, skill: "",
    things: [
      Thing("Arroz", 1050, 1200, 1990), Thing("Aceite", 960, 1200, 3490), Thing("Café", 260, 700, 5490),
      Thing("Té", 130, 600, 2490),
      Thing("Harina", 1020, 1400, 1490), Thing("Miel", 560, 650, 5990), Thing("Pack de conservas", 2600, 2300, 6990),
      Thing("Pack de jugos", 6300, 6800, 7490), Thing("Pack de agua mineral", 9200, 9800, 5990), Thing("Vino", 1350, 1500, 6490),
      Thing("Alimento para perros", 15_200, 24_000, 26_990), Thing("Detergente", 3100, 3600, 8990),
      Thing("Papel higiénico", 1900, 19_000, 9990), Thing("Pañales", 2500, 14_000, 14_990),
    ],
    styles: lines, variants: ["clásico", "integral", "familiar", "de la casa"])

  private static let chilled = Section(
    prefix: "fri", count: 16, skill: "cold",
    things: [
      Thing("Queso", 520, 700, 5990), Thing("Mantequilla", 260, 350, 3490), Thing("Salmón congelado", 1050, 1800, 14_990),
      Thing("Helado", 1100, 2400, 5490), Thing("Pack de yogures", 1500, 1900, 4490), Thing("Carne al vacío", 1300, 1700, 12_990),
    ],
    styles: ["del sur", "de campo", "línea Maqui"], variants: ["familiar", "artesanal", "premium"])

  private static let appliances = Section(
    prefix: "lin", count: 14, skill: "lift",
    things: [
      Thing("Refrigerador", 64_000, 880_000, 349_990), Thing("Lavadora", 52_000, 420_000, 279_990),
      Thing("Cocina a gas", 41_000, 390_000, 219_990), Thing("Secadora", 38_000, 400_000, 259_990),
      Thing("Sofá de tres cuerpos", 55_000, 1_350_000, 299_990), Thing("Colchón de dos plazas", 31_000, 620_000, 199_990),
    ],
    styles: lines, variants: ["200", "300", "Pro"])
}
