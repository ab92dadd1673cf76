import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Programme, ProgrammeEdition } from './programme.js'

/** Documents about La 27e Région from which the figures come. */
const press2014 = 'Article de presse sur La 27e Région (2014)'
const brochure2014 = 'Plaquette de La 27e Région (vers octobre 2014)'
const roadmap2016 = '« Orientations et feuille de route 2016 » (26 novembre 2015)'
const interview2019 = 'Entretien « Top manager » (vers 2019)'
const letter2024 = 'Entretien, lettre 15marches n° 243 (janvier 2024)'
const publicPage = 'Pages publiques du programme'

/**
 * The programmes in which steps were taken, as data: nominal values differ from one edition to the next, and from what
 * sites did. Prices are those of their year; whether an edition can still be joined has to be asked.
 */
export const programmes: readonly Programme[] = [
  {
    code: 'journees_decouverte',
    labels: { fr: 'Journées découverte', en: 'Discovery days' },
    kinds: ['seminar'],
    collective: true,
    small: {
      fits: true,
      because: {
        fr: 'une journée, avec d’autres, et peu de personnes à libérer',
        en: 'one day, with others, and few people to set free',
      },
    },
    editions: [
      {
        years: { from: 2014 },
        length: { min: 1, max: 1, unit: 'days' },
        participants: { min: 150, max: 200 },
        sources: [brochure2014],
      },
      {
        years: { from: 2016 },
        length: { min: 1, max: 1, unit: 'days' },
        participants: { min: 20, max: 20 },
        conditions: {
          fr: 'chaque trimestre ; moitié prix pour les adhérents',
          en: 'every quarter; half price for members',
        },
        sources: [roadmap2016],
      },
    ],
  },
  {
    code: 'reenchantez',
    labels: { fr: 'Réenchantez l’action publique', en: 'Réenchantez l’action publique' },
    kinds: ['training-session', 'seminar'],
    collective: true,
    small: {
      fits: true,
      because: {
        fr: 'trois jours, sans équipe à constituer',
        en: 'three days, without a team to be set up',
      },
    },
    editions: [
      {
        years: { from: 2014, to: 2017 },
        length: { min: 3, max: 3, unit: 'days' },
        participants: { min: 35, max: 40 },
        sources: [brochure2014],
      },
    ],
  },
  {
    code: 'territoires_en_residences',
    labels: { fr: 'Territoires en Résidences', en: 'Territoires en Résidences' },
    kinds: ['residency'],
    collective: false,
    small: {
      fits: true,
      because: {
        fr: 'le prix se partage entre les partenaires : une communauté de communes l’a fait avec trois cofinanceurs',
        en: 'partners share the price: an intermunicipality did it with three co-funders',
      },
    },
    numberedBooklets: true,
    editions: [
      {
        years: { from: 2009, to: 2016 },
        length: {
          min: 3,
          max: 3,
          unit: 'weeks',
          note: { fr: 'séparées, sur place', en: 'apart, on site' },
        },
        team: {
          fr: '4 à 5 professionnels et 1 agent de la collectivité',
          en: '4 to 5 professionals and 1 agent of the host',
        },
        price: {
          min: 80_000,
          max: 90_000,
          year: 2016,
          scope: { fr: 'une résidence', en: 'one residency' },
          payer: { fr: 'partagé entre les partenaires', en: 'shared by the partners' },
        },
        sources: [brochure2014, roadmap2016],
      },
    ],
  },
  {
    code: 'transfo',
    labels: { fr: 'La Transfo', en: 'La Transfo' },
    kinds: ['transfo'],
    collective: true,
    small: {
      fits: false,
      because: {
        fr: 'une vingtaine d’agents à libérer pendant plus d’un an, et un prix à la mesure d’une grande collectivité',
        en: 'some twenty agents to set free for more than a year, at a price for large organisations',
      },
    },
    editions: [
      {
        edition: 'édition 1 (2011-2014)',
        years: { from: 2011, to: 2014 },
        length: {
          min: 10,
          max: 10,
          unit: 'weeks',
          note: {
            fr: 'sur deux ans (presse) ou trois (plaquette)',
            en: 'over two years (press) or three (brochure)',
          },
        },
        sources: [press2014, brochure2014],
      },
      {
        edition: 'édition 2 (2016-2020)',
        years: { from: 2016, to: 2020 },
        length: { min: 15, max: 18, unit: 'months' },
        team: {
          fr: '4 résidents et une vingtaine d’agents volontaires',
          en: '4 residents and about 20 volunteer agents',
        },
        participants: { min: 20, max: 20 },
        price: {
          min: 160_000,
          max: 170_000,
          year: 2016,
          scope: { fr: 'par collectivité, pour toute la durée', en: 'per organisation, for the whole of it' },
          payer: { fr: 'la collectivité et ses cofinanceurs', en: 'the organisation and its co-funders' },
        },
        sources: [roadmap2016, interview2019, publicPage],
      },
    ],
  },
  {
    code: 'nuancier',
    labels: { fr: 'Nuancier de formation', en: 'Nuancier (training palette)' },
    kinds: ['training-session', 'training-path'],
    collective: false,
    small: {
      fits: true,
      because: {
        fr: 'une palette de compétences en libre accès (CC BY-NC-SA), à parcourir avec ses propres moyens',
        en: 'a palette of skills in open access (CC BY-NC-SA), to be used with one’s own means',
      },
    },
    editions: [{ years: { from: 2016 }, sources: [roadmap2016, publicPage] }],
  },
  {
    code: 'pointeuse',
    labels: { fr: 'La Pointeuse', en: 'La Pointeuse' },
    kinds: ['foresight-workshop', 'foresight-test'],
    collective: true,
    small: {
      fits: false,
      because: {
        fr: 'un prix par séance que plusieurs doivent réunir',
        en: 'a price for each session that several have to bring together',
      },
    },
    editions: [
      {
        years: { from: 2015 },
        length: {
          min: 2,
          max: 2,
          unit: 'days',
          note: { fr: 'par thème, puis un test sur place', en: 'a theme, then a test in place' },
        },
        price: {
          min: 35_000,
          max: 35_000,
          year: 2016,
          scope: { fr: 'par séance, TTC, tout compris', en: 'per session, all taxes and all included' },
          payer: { fr: 'les participants et leurs partenaires', en: 'the participants and their partners' },
        },
        sources: [brochure2014, roadmap2016],
      },
    ],
  },
  {
    code: 'mise_a_l_echelle',
    labels: { fr: 'Mise à l’échelle', en: 'Scaling' },
    kinds: ['scaling'],
    collective: true,
    small: {
      fits: false,
      because: {
        fr: 'un déploiement national, porté par de grands partenaires',
        en: 'a national deployment, carried by large partners',
      },
    },
    editions: [
      {
        years: { from: 2016 },
        price: {
          min: 150_000,
          max: 150_000,
          year: 2016,
          scope: { fr: 'environ, pour le déploiement', en: 'about, for the deployment' },
          payer: { fr: 'partagé entre les partenaires', en: 'shared by the partners' },
        },
        sources: [roadmap2016],
      },
    ],
  },
  {
    code: 'rebonds',
    labels: { fr: 'Rebonds', en: 'Rebonds' },
    kinds: ['experiment', 'inquiry'],
    collective: true,
    small: {
      fits: true,
      because: {
        fr: 'à plusieurs territoires : quatre des onze étaient des intercommunalités',
        en: 'several territories together: four of the eleven were intermunicipalities',
      },
    },
    editions: [
      {
        years: { from: 2023, to: 2025 },
        length: {
          min: 24,
          max: 24,
          unit: 'months',
          note: {
            fr: '6 mois d’enquête, puis 18 mois d’expérimentations de 4 à 5 mois',
            en: '6 months of inquiry, then 18 months with experiments of 4 to 5 months',
          },
        },
        sources: [letter2024, publicPage],
      },
    ],
  },
  {
    code: 'adhesion',
    labels: { fr: 'Adhésion à La 27e Région', en: 'Membership of La 27e Région' },
    kinds: ['membership'],
    collective: true,
    small: {
      fits: true,
      because: {
        fr: 'un montant unique depuis 2016, et ce qu’elle ouvre se partage entre adhérents',
        en: 'a single amount since 2016, and what it opens is shared by members',
      },
    },
    editions: [
      {
        years: { from: 2015, to: 2015 },
        length: { min: 12, max: 12, unit: 'months' },
        price: {
          min: 29_000,
          max: 29_000,
          year: 2015,
          scope: { fr: 'une année', en: 'a year' },
          payer: { fr: 'l’adhérent, ou qui paie pour lui', en: 'the member, or who pays for it' },
        },
        sources: [roadmap2016],
      },
      {
        years: { from: 2016 },
        length: { min: 12, max: 12, unit: 'months' },
        price: {
          min: 5_000,
          max: 5_000,
          year: 2016,
          scope: { fr: 'une année, montant unique', en: 'a year, single amount' },
          payer: { fr: 'l’adhérent, ou qui paie pour lui', en: 'the member, or who pays for it' },
        },
        conditions: {
          fr: 'droits de 2016 : programmes de recherche-action, salles de Superpublic 2 jours par an, journées découverte à moitié prix',
          en: 'rights of 2016: research-action programmes, rooms at Superpublic 2 days a year, discovery days at half price',
        },
        sources: [roadmap2016],
      },
    ],
  },
  {
    code: 'semaine_innovation_publique',
    labels: { fr: 'Semaine de l’innovation publique', en: 'Public innovation week' },
    kinds: ['innovation-week', 'seminar'],
    collective: true,
    small: {
      fits: true,
      because: {
        fr: 'chacun y inscrit un événement à sa mesure',
        en: 'everyone enters an event of their own size',
      },
    },
    editions: [
      {
        years: { from: 2014 },
        length: { min: 5, max: 7, unit: 'days' },
        sources: [brochure2014, publicPage],
      },
    ],
  },
  {
    code: 'labonautes',
    labels: { fr: 'Les Labonautes', en: 'Les Labonautes' },
    kinds: ['peer-exchange'],
    collective: true,
    small: {
      fits: false,
      because: {
        fr: 'entre équipes de labos déjà ouverts',
        en: 'between teams of labs that are open already',
      },
    },
    editions: [
      { years: { from: 2022, to: 2023 }, participants: { min: 30, max: 30 }, sources: [publicPage] },
    ],
  },
  {
    code: 'enacting_the_commons',
    labels: { fr: 'Enacting the commons', en: 'Enacting the commons' },
    kinds: ['inquiry'],
    collective: true,
    small: {
      fits: false,
      because: {
        fr: 'huit voyages d’apprentissage en Europe, sur fonds Erasmus+',
        en: 'eight learning trips in Europe, on Erasmus+ funds',
      },
    },
    editions: [{ years: { from: 2018, to: 2020 }, sources: [publicPage] }],
  },
]

/** The programme that a fact names; undefined where it is none of a catalogue (a policy, a network, a lab of one’s own). */
export const programmeOf = (code: string): Programme | undefined =>
  programmes.find((programme) => programme.code === code)

/** The programmes that bring a kind of step. */
export const programmesOffering = (kind: KindCode): readonly Programme[] =>
  programmes.filter(({ kinds }) => kinds.includes(kind))

/** The last edition: what comes nearest to what could be had today. */
export const latestEdition = ({ editions }: Programme): ProgrammeEdition => editions.at(-1) ?? editions[0]
