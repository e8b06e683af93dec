extension Place {
  /// The comunas and towns of the Región Metropolitana de Santiago that GeoNames lists with 500 people or more, the most
  /// populous first.
  ///
  /// GeoNames counts the inner comunas that it does not list by themselves as "Santiago". From https://www.geonames.org,
  /// CC BY 4.0; identifier, name, position and population as they stand there.
  static let metropolitanRegion: [Place] = [
    Place(
      geonameID: 3_871_336, name: "Santiago", latitude: -3_345_694, longitude: -7_064_827, population: 4_837_295),
    Place(
      geonameID: 3_875_024, name: "Puente Alto", latitude: -3_361_169, longitude: -7_057_577, population: 568_106),
    Place(
      geonameID: 3_880_980, name: "Maipú", latitude: -3_351_421, longitude: -7_076_510, population: 503_635),
    Place(
      geonameID: 3_878_431, name: "Ñuñoa", latitude: -3_344_735, longitude: -7_058_279, population: 255_823),
    Place(
      geonameID: 3_872_348, name: "San Bernardo", latitude: -3_359_217, longitude: -7_069_960, population: 249_858),
    Place(
      geonameID: 3_876_682, name: "Peñalolén", latitude: -3_346_836, longitude: -7_053_411, population: 241_599),
    Place(
      geonameID: 3_874_212, name: "Quilicura", latitude: -3_336_799, longitude: -7_071_388, population: 210_410),
    Place(
      geonameID: 7_281_017, name: "La Pintana", latitude: -3_358_331, longitude: -7_063_419, population: 201_178),
    Place(
      geonameID: 3_873_454, name: "Renca", latitude: -3_340_190, longitude: -7_070_619, population: 147_151),
    Place(
      geonameID: 3_894_242, name: "Colina", latitude: -3_320_443, longitude: -7_067_474, population: 146_207),
    Place(
      geonameID: 7_281_020, name: "Lo Prado", latitude: -3_344_430, longitude: -7_072_552, population: 104_316),
    Place(
      geonameID: 3_885_273, name: "Lampa", latitude: -3_328_630, longitude: -7_087_561, population: 102_234),
    Place(
      geonameID: 3_876_685, name: "Peñaflor", latitude: -3_360_627, longitude: -7_087_649, population: 85_671),
    Place(
      geonameID: 3_877_739, name: "Paine", latitude: -3_380_796, longitude: -7_074_109, population: 72_759),
    Place(
      geonameID: 3_897_774, name: "Buin", latitude: -3_373_257, longitude: -7_074_281, population: 63_419),
    Place(
      geonameID: 3_877_794, name: "Padre Hurtado", latitude: -3_356_839, longitude: -7_080_584, population: 63_250),
    Place(
      geonameID: 3_880_107, name: "Melipilla", latitude: -3_368_909, longitude: -7_121_528, population: 63_100),
    Place(
      geonameID: 3_870_306, name: "Talagante", latitude: -3_366_386, longitude: -7_092_734, population: 57_323),
    Place(
      geonameID: 3_890_949, name: "El Monte", latitude: -3_367_969, longitude: -7_098_482, population: 26_459),
    Place(
      geonameID: 3_892_934, name: "Curacaví", latitude: -3_339_762, longitude: -7_112_708, population: 18_378),
    Place(
      geonameID: 3_898_597, name: "Batuco", latitude: -3_323_283, longitude: -7_080_922, population: 16_784),
    Place(
      geonameID: 3_895_165, name: "Chicureo", latitude: -3_328_379, longitude: -7_065_333, population: 16_520),
    Place(
      geonameID: 7_874_740, name: "Villa Presidente Frei", latitude: -3_346_069, longitude: -7_058_024, population: 15_000),
    Place(
      geonameID: 3_885_577, name: "La Islita", latitude: -3_375_000, longitude: -7_086_667, population: 13_645),
    Place(
      geonameID: 3_887_072, name: "Isla de Maipo", latitude: -3_374_681, longitude: -7_089_770, population: 13_207),
    Place(
      geonameID: 3_897_301, name: "Calera de Tango", latitude: -3_362_238, longitude: -7_079_912, population: 7_448),
    Place(
      geonameID: 3_872_073, name: "San José de Maipo", latitude: -3_363_912, longitude: -7_035_318, population: 5_675),
    Place(
      geonameID: 3_869_821, name: "Tiltil", latitude: -3_308_310, longitude: -7_092_924, population: 5_632),
    Place(
      geonameID: 3_868_191, name: "Villa Alhué", latitude: -3_403_268, longitude: -7_110_033, population: 4_085),
    Place(
      geonameID: 3_875_811, name: "Pirque", latitude: -3_363_638, longitude: -7_057_361, population: 2_157),
    Place(
      geonameID: 3_880_486, name: "María Pinto", latitude: -3_351_720, longitude: -7_112_199, population: 1_948),
    Place(
      geonameID: 3_875_139, name: "Providencia", latitude: -3_343_107, longitude: -7_060_454, population: 0),
  ]
}
