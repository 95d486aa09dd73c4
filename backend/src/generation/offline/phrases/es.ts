import type { Phrases } from './phrases';

export const es: Phrases = {
  quotes: ['«', '»'],
  headings: { introduction: 'Introducción', conclusion: 'Conclusiones' },
  and: 'y',
  withColleagues: (first) => `${first} y coautores`,
  theme: (label) => `«${label}»`,
  firstTheme: [
    (theme) => `El punto de partida es aquí el tema ${theme}.`,
    (theme) => `Las fuentes reunidas aquí hablan en primer lugar del tema ${theme}.`,
    (theme) => `Conviene empezar por el tema ${theme}.`,
    (theme) => `En el centro de esta parte está el tema ${theme}.`,
    (theme) => `El primer tema que cabe considerar es ${theme}.`,
    (theme) => `La exposición se abre con el tema ${theme}.`,
  ],
  furtherTheme: [
    (theme) => `Otra línea de reflexión se refiere al tema ${theme}.`,
    (theme) => `Con estos puntos se relaciona estrechamente el tema ${theme}.`,
    (theme) => `La exposición pasa ahora al tema ${theme}.`,
    (theme) => `Otro lado de la cuestión es el tema ${theme}.`,
    (theme) => `Merece atención aparte el tema ${theme}.`,
    (theme) => `La bibliografía trata también el tema ${theme}.`,
    (theme) => `Del mismo cuadro forma parte el tema ${theme}.`,
    (theme) => `Con el tema ${theme} se abre otra perspectiva.`,
  ],
  authorLeads: [
    (authors, several) => `También ${authors} ${several ? 'retoman' : 'retoma'} este tema.`,
    (authors) => `El trabajo de ${authors} tiene aquí su lugar.`,
    (authors) => `Una contribución a esta cuestión procede de ${authors}.`,
    (authors) => `El tema vuelve en el trabajo de ${authors}.`,
    (authors, several) => `${authors} ${several ? 'escriben' : 'escribe'} sobre la misma cuestión.`,
  ],
  workLeads: [
    (authors, several, work) =>
      `En ${work}, ${authors} ${several ? 'abordan' : 'aborda'} la cuestión.`,
    (authors, several, work) => `${authors} la ${several ? 'tratan' : 'trata'} en ${work}.`,
    (authors, _, work) => `De esto habla también ${work}, de ${authors}.`,
  ],
  quotationLeads: [
    (authors, several) => `${authors} ${several ? 'escriben' : 'escribe'}:`,
    (authors) => `En palabras de ${authors}:`,
    (authors, several) => `${authors} lo ${several ? 'formulan' : 'formula'} así:`,
    (authors) => `En ${authors} se lee:`,
  ],
  furtherQuotation: ['El mismo texto añade:', 'También se lee allí:', 'En otro lugar dice:'],
  onward: [
    (title) => `La sección siguiente, ${title}, retoma el hilo.`,
    (title) => `Cómo continúa la exposición es el asunto de la próxima sección, ${title}.`,
    (title) => `Queda así preparado el terreno para la próxima sección, ${title}.`,
  ],
  researchQuestion: (title) => `¿Qué dicen las fuentes reunidas sobre el tema ${title}?`,
  documentTypes: {
    essay: 'de este ensayo',
    term_paper: 'de este trabajo',
    bachelor_thesis: 'de este trabajo de fin de grado',
    master_thesis: 'de este trabajo de fin de máster',
    doctoral_thesis: 'de esta tesis doctoral',
  },
  introduction: {
    subject: (type, title) => `El objeto ${type} se enuncia en su título: ${title}.`,
    question: (topic) => `La pregunta que lo guía puede formularse así: ${topic}`,
    topic: (topic) => `Más exactamente, el tema es el siguiente: ${topic}`,
    background: [
      'Algunas afirmaciones de la bibliografía pueden servir para delimitar el campo.',
      'Otras observaciones muestran por qué el asunto pide un examen más detenido.',
      'Las fuentes se acercan a este campo desde más de un lado.',
    ],
    organisation: [
      (number, title) => `El capítulo ${number} está dedicado al tema ${title}.`,
      (number, title) => `El capítulo ${number} pasa al tema ${title}.`,
      (number, title) => `El asunto del capítulo ${number} es ${title}.`,
      (number, title) => `Sigue, en el capítulo ${number}, el tema ${title}.`,
    ],
    close: 'Las conclusiones reúnen los resultados de los capítulos.',
    method:
      'El texto se mantiene cerca de sus fuentes: lo que procede de ellas se cita en el lugar en que aparece.',
  },
  conclusion: {
    opening: (title) =>
      `Los capítulos han reunido lo que las fuentes dicen sobre el tema ${title}.`,
    chapters: [
      (number, title) => `El capítulo ${number} reunió fuentes sobre el tema ${title}.`,
      (number, title) => `El tema del capítulo ${number} fue ${title}.`,
      (number, title) => `El capítulo ${number} trató el tema ${title}.`,
      (number, title) => `En el capítulo ${number} la exposición pasó al tema ${title}.`,
    ],
    closing:
      'Las fuentes se han puesto aquí una al lado de otra; sopesarlas y preguntarse qué dejan abierto es el paso siguiente.',
  },
};
