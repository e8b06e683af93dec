@testable import LastMile

/// An order from promise to refund, of which one of two shirts is taken back and the other is not, as it is read on Saturday 12 December.
enum ReturnStoryTexts {
  static let all: [Language: [String]] = [.es: spanish, .en: english, .pt: portuguese]

  static let spanish = [
    "miércoles 2 de diciembre a las 10:00: El pedido o-1 está confirmado. Llega el jueves 3 de "
      + "diciembre, entre las 9:00 y las 19:00.",
    "jueves 3 de diciembre: La entrega de 2 × Shirt y Shoes se hizo el jueves 3 de diciembre.",
    "viernes 4 de diciembre a las 10:00: Recibimos la solicitud rma-1 para devolver 2 × Shirt.",
    "viernes 4 de diciembre a las 10:00: La devolución de 2 × Shirt está autorizada.",
    "viernes 4 de diciembre a las 10:00: Por 2 × Shirt devolveremos el dinero al medio de pago original.",
    "viernes 4 de diciembre a las 10:00: Pasaremos a retirar 2 × Shirt el miércoles 9 de diciembre, "
      + "entre las 15:00 y las 17:00.",
    "miércoles 9 de diciembre a las 15:20: Retiramos 2 × Shirt.",
    "miércoles 9 de diciembre a las 19:05: Recibimos la devolución de 2 × Shirt en s4.",
    "jueves 10 de diciembre a las 9:30: Revisamos Shirt y no podemos aceptar la devolución. Hay daños "
      + "por el uso. Detalle: mancha de vino.",
    "jueves 10 de diciembre a las 9:31: Revisamos Shirt y aceptamos la devolución.",
    "viernes 11 de diciembre a la 1:15: Devolvimos $ 15.000 por Shirt al medio de pago original.",
    "viernes 11 de diciembre a las 12:00: El envío de vuelta de Shirt va en camino.",
    "La devolución de Shoes sin dar motivo es posible hasta el domingo 13 de diciembre de 2026.",
    "El plazo es de 10 días desde la entrega, el jueves 3 de diciembre de 2026.",
    "Se puede pedir la devolución del dinero.",
    "Quién paga el envío de vuelta no está fijado: se acuerda antes de la devolución.",
    "También se devuelve lo pagado por el envío.",
    "Si se pide hoy, el dinero vuelve a más tardar el martes 26 de enero de 2027.",
    "Aún no confirmamos con el texto de la ley lo siguiente: quién paga el envío de vuelta, qué se "
      + "devuelve de lo pagado por el envío y cuándo vuelve el dinero.",
    "La garantía legal de Shoes dura hasta el jueves 3 de junio de 2027.",
    "El plazo es de 6 meses desde la entrega, el jueves 3 de diciembre de 2026.",
    "Se puede pedir la devolución del dinero, el cambio del producto o la reparación.",
    "El envío de vuelta lo pagamos nosotros.",
    "Aún no confirmamos con el texto de la ley lo siguiente: quién paga el envío de vuelta.",
    "Falta entregar de vuelta Shirt.",
  ]

  static let english = [
    "Wednesday 2 December at 10:00: Order o-1 is confirmed. It arrives on Thursday 3 December, between 09:00 and 19:00.",
    "Thursday 3 December: Delivery of 2 × Shirt and Shoes was made on Thursday 3 December.",
    "Friday 4 December at 10:00: We received request rma-1 to return 2 × Shirt.",
    "Friday 4 December at 10:00: The return of 2 × Shirt is authorised.",
    "Friday 4 December at 10:00: For 2 × Shirt we will refund the money to the original means of payment.",
    "Friday 4 December at 10:00: We will collect 2 × Shirt on Wednesday 9 December, between 15:00 and 17:00.",
    "Wednesday 9 December at 15:20: We collected 2 × Shirt.",
    "Wednesday 9 December at 19:05: We received the return of 2 × Shirt at s4.",
    "Thursday 10 December at 09:30: We checked Shirt and cannot accept the return. There is damage from "
      + "use. Details: mancha de vino.",
    "Thursday 10 December at 09:31: We checked Shirt and accept the return.",
    "Friday 11 December at 01:15: We refunded CLP 15,000 for Shirt to the original means of payment.",
    "Friday 11 December at 12:00: The parcel that brings back Shirt is on its way.",
    "Return of Shoes without giving a reason is possible until Sunday 13 December 2026.",
    "The period is 10 days from delivery on Thursday 3 December 2026.",
    "It is possible to ask for a refund.",
    "Who pays for the way back is not set: it is agreed before the return.",
    "What was paid for delivery is refunded too.",
    "If it is asked for today, the money is back on Tuesday 26 January 2027 at the latest.",
    "We have not yet confirmed this with the text of the law: who pays for the way back, how much of the "
      + "delivery charge is refunded and when the money is back.",
    "The legal guarantee of Shoes lasts until Thursday 3 June 2027.",
    "The period is 6 months from delivery on Thursday 3 December 2026.",
    "It is possible to ask for a refund, a replacement or a repair.",
    "We pay for the way back.",
    "We have not yet confirmed this with the text of the law: who pays for the way back.",
    "We have yet to give back Shirt.",
  ]

  static let portuguese = [
    "quarta-feira, 2 de dezembro, às 10h: O pedido o-1 está confirmado. Chega na quinta-feira, 3 de dezembro, das 9h às 19h.",
    "quinta-feira, 3 de dezembro: A entrega de 2 × Shirt e Shoes foi feita na quinta-feira, 3 de dezembro.",
    "sexta-feira, 4 de dezembro, às 10h: Recebemos a solicitação rma-1 para devolver 2 × Shirt.",
    "sexta-feira, 4 de dezembro, às 10h: A devolução de 2 × Shirt está autorizada.",
    "sexta-feira, 4 de dezembro, às 10h: Por 2 × Shirt vamos devolver o dinheiro ao meio de pagamento original.",
    "sexta-feira, 4 de dezembro, às 10h: Vamos buscar 2 × Shirt na quarta-feira, 9 de dezembro, das 15h às 17h.",
    "quarta-feira, 9 de dezembro, às 15h20: Buscamos 2 × Shirt.",
    "quarta-feira, 9 de dezembro, às 19h05: Recebemos a devolução de 2 × Shirt em s4.",
    "quinta-feira, 10 de dezembro, às 9h30: Verificamos Shirt e não podemos aceitar a devolução. Há "
      + "danos pelo uso. Detalhes: mancha de vino.",
    "quinta-feira, 10 de dezembro, às 9h31: Verificamos Shirt e aceitamos a devolução.",
    "sexta-feira, 11 de dezembro, à 1h15: Devolvemos CLP 15.000 por Shirt ao meio de pagamento original.",
    "sexta-feira, 11 de dezembro, às 12h: O envio de volta de Shirt está a caminho.",
    "A devolução de Shoes sem dar motivo é possível até domingo, 13 de dezembro de 2026.",
    "O prazo é de 10 dias a partir da entrega, na quinta-feira, 3 de dezembro de 2026.",
    "É possível pedir a devolução do dinheiro.",
    "Quem paga o frete da devolução não está definido: isso se combina antes da devolução.",
    "O valor pago pelo frete também é devolvido.",
    "Se for pedido hoje, o dinheiro volta até terça-feira, 26 de janeiro de 2027.",
    "Ainda não confirmamos com o texto da lei o seguinte: quem paga o frete da devolução, quanto do "
      + "frete pago é devolvido e quando o dinheiro volta.",
    "A garantia legal de Shoes vale até quinta-feira, 3 de junho de 2027.",
    "O prazo é de 6 meses a partir da entrega, na quinta-feira, 3 de dezembro de 2026.",
    "É possível pedir a devolução do dinheiro, a troca do produto ou o conserto.",
    "O frete da devolução é por nossa conta.",
    "Ainda não confirmamos com o texto da lei o seguinte: quem paga o frete da devolução.",
    "Falta entregar Shirt de volta.",
  ]
}
