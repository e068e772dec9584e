// Written by script/generate-timezones: tzdata 2025b. Change the script, not this file.

/// The time zones of tzdata 2025b; `TimeZoneRules` reads a line when its zone is asked for.
enum TimeZoneTable {
  /// Names, offsets, transitions, rule: one zone to a line.
  static let zones = """
    Africa/Abidjan,Africa/Timbuktu,Iceland -qw,0 '-u9rgl4B GMT0
    Africa/Accra -1g,0,xc,1e0 '-s9p1akB'24aamkC'1yhyoB'cjvlcC'69weoB'ci0xcC'69weoB'ci0xcC'69weoB'ci0xcC'69we\
    oB'cjvlcC'69weoB'ci0xcC'69weoB'ci0xcC'69weoB'ci0xcC'69weoB'cjvlcC'69weoB'ci0xcC'69weoB'ci0xcC'69weoB'ci0\
    xcC'69weoB'cjvlcC'69weoB'ci0xcC'69weoB'ci0xcC'69weoB'ci0xcC'69weoB'cjvlcC'69weoB'ci0xcC'69weoB'ci0xcC'69\
    weoB'ci0xcC'69weoB'683lcC'cloeoB'668xcC'cloeoB'1y8pcD1gvzB1qxhD4inB901D4inB91dD4inB901D4inB901D4inB901D4\
    inB GMT0
    Africa/Addis_Ababa 760,76w,8c0 '-1g6t8i0B'ymedb4C EAT-3
    Africa/Algiers kc,fl,0,2s0,5k0 '-154gb8cB'afgo4rC'2qx1nlD41cC6g0D7aoC5o0D7tcC5eoD82oC4w0D9c0C59cD3o0C6ui\
    oD2iqC3msD1jimE6ymD6iqE66kDeaoC3hyqD2phaC30o0D5pcC23uqDbxcE6qqDerwC6qqD702C6qmD CET-1
    Africa/Asmara 778,76w,8c0 '-15r1gj8B'o6mlccC EAT-3
    Africa/Asmera,Africa/Nairobi 6tg,6y0,8c0,7n0 '-w6p5hgB'aiwqjgCkhbB2mk1D'2wu1z0C EAT-3
    Africa/Bamako -1hc,0,-2s0 '-u9rfuoB'bk956oC9vyqB GMT0
    Africa/Bangui 3fw,2s0 '-u9rkrwB WAT-1
    Africa/Banjul -330,-2s0,0 '-j6j690B'4m1rp0C GMT0
    Africa/Bissau -2vw,-2s0,0 -lsmmBno9cC GMT0
    Africa/Blantyre 6hc,6ja,6j0,5k0 '-ui1t5cB'1j56m2C'5qqlcaD CAT-2
    Africa/Brazzaville 2tw,2s0 '-u9rk5wB WAT-1
    Africa/Bujumbura 5fs,5k0 '-15r1ersB CAT-2
    Africa/Cairo,Egypt 5sl,5k0,8c0 '-1054wglB'krj48lC2vyB79eC5paB7aqC7qmB5s2C7xaB5mqC7xaB65eC7daB4buqC5byB7u\
    qC5nyB7usC5mqB7xaC5mqB7vyC5mqB7vyC5mqB7vyC5mqB7xaC5mqB7vyC5mqB7vyC5o2B7umC5o2B7vyC5o2B7umC5o2B7umC5o2B7u\
    mC5o2B7vyC5o2B7umC5o2B7umC5o2B7umC5o2B7vyC5o2B7umC5o2B7umC5o2B7umC5o2B7vyC5o2B7umC5o2BazyC2iqBaimC302B7v\
    yC5o2B7umC5o2B7umC5o2B7umC5o2B7vyC5o2B81aC5heB7umC5o2B7umC5o2B7vyC5o2B7umC5o2B7umC5o2B7qkC5paB7s2C5paB7s\
    2C5paB7s2C5paB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5paB7s2C5paB7s2C5fyB81eC4xaB8k2C4nyB8teC4emB9c\
    2C3taB142CryB1d02C1jyB1aqC22mB385eC EET-2EEST,M4.5.5/0,M10.5.4/24
    Africa/Casablanca -1ek,0,2s0 '-tblt9gB'di7nxgC2imB3mqC25imB1ppeC56mB68i2C4faB2j1eC2jyBmiqC3emBa42C5jyB94\
    2C2daB23yqCoamB8f82C3emBa42C2zyB9eqC3mmB8teC4emBa46C31cB15cC1ioB7s0C2lcB19cC2w0B5pcC3c0B1aoC35cB5pcC2uoB\
    1aoC3moB5pcC2lcB1aoC45cB5g0C22oB1k0C4eoB5g0C1tcB1aoCbxcB1aoCbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1aoCbxcB1aoCbo0B\
    1k0Cbo0B1aoCbxcB1aoCbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1aoCbxcB1aoCbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1k0Cbo0B1aoCbo0B\
    1k0Cbo0B1aoCbxcB1aoCbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1aoCbxcB1aoCbo0B1k0Cbo0B1aoCbo0B\
    1k0Cbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1aoCbxcB1aoCbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1aoCbxcB\
    1aoCbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1aoCbxcB1aoCbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1k0Cbo0B\
    1aoCbo0B1k0Cbo0B1aoCbxcB1aoCbo0B1k0Cbo0B1aoCbo0B1k0Cbo0B1aoCbxcB1aoCbo0B1k0Cbo0B1aoCbxcB1aoCbo0B1k0C <+0\
    1>-1
    Africa/Ceuta -zg,0,2s0,5k0 -pxeoB6immC5paB22qqC6c2BkqmC682B6zyC6heB79cC6hcBeiwoC4faB2j1eC2jyBmiqC3emBa42\
    C5jyB942C2daB23yqCrk2D6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D C\
    ET-1CEST,M3.5.0,M10.5.0/3
    Africa/Conakry -2jg,0,-2s0 '-u9reskB'bk944kC9pmqB GMT0
    Africa/Dakar -388,-2s0,0 '-u9re3sB'fcoa7sC GMT0
    Africa/Dar_es_Salaam 79w,8c0,7n0 '-kcrtxwB'8ve49wC'6sagp0B EAT-3
    Africa/Djibouti 7zo,8c0 '-uj8fzoB EAT-3
    Africa/Douala 1so,2s0 '-u9rj4oB WAT-1
    Africa/El_Aaiun -2g0,-2s0,0,2s0 '-isdxk0B'm2g0c0CmmD3emCa42D5jyC942D2daCb7heD3emCa42D2zyC9eqD3mmC8teD4em\
    Ca46D31cC15cD1ioC7s0D2lcC19cD2w0C5pcD3c0C1aoD35cC5pcD2uoC1aoD3moC5pcD2lcC1aoD45cC5g0D22oC1k0D4eoC5g0D1tc\
    C1aoDbxcC1aoDbo0C1k0Dbo0C1aoDbo0C1k0Dbo0C1aoDbxcC1aoDbo0C1k0Dbo0C1aoDbxcC1aoDbo0C1k0Dbo0C1aoDbo0C1k0Dbo0\
    C1aoDbxcC1aoDbo0C1k0Dbo0C1aoDbo0C1k0Dbo0C1k0Dbo0C1aoDbo0C1k0Dbo0C1aoDbxcC1aoDbo0C1k0Dbo0C1aoDbo0C1k0Dbo0\
    C1k0Dbo0C1aoDbo0C1k0Dbo0C1aoDbxcC1aoDbo0C1k0Dbo0C1aoDbo0C1k0Dbo0C1k0Dbo0C1aoDbo0C1k0Dbo0C1aoDbxcC1aoDbo0\
    C1k0Dbo0C1aoDbo0C1k0Dbo0C1k0Dbo0C1aoDbo0C1k0Dbo0C1aoDbxcC1aoDbo0C1k0Dbo0C1aoDbo0C1k0Dbo0C1k0Dbo0C1aoDbo0\
    C1k0Dbo0C1aoDbxcC1aoDbo0C1k0Dbo0C1aoDbo0C1k0Dbo0C1k0Dbo0C1aoDbo0C1k0Dbo0C1aoDbxcC1aoDbo0C1k0Dbo0C1aoDbo0\
    C1k0Dbo0C1aoDbxcC1aoDbo0C1k0Dbo0C1aoDbxcC1aoDbo0C1k0D <+01>-1
    Africa/Freetown -2gc,-2s0,-1uo,0 '-thmg7oB'a4v6zoC'681qoB'7vcxcC'awkeoB'7vcxcC'awkeoB'7vcxcC'ayf2oB'7vcx\
    cC'awkeoB'7vcxcC'awkeoB'7vcxcC'e1j2oB'4qe9cC'7dqoB'16dy9cD GMT0
    Africa/Gaborone 4ss,460,5k0,8c0 '-18cyvgsB'9h5hysCf8lfD6qmC CAT-2
    Africa/Harare 5r0,5k0 '-yvtf30B CAT-2
    Africa/Johannesburg 56o,460,5k0,8c0 '-14nj6ioB'5rpt0oCev43D6qmC6qqD6qmC SAST-2
    Africa/Juba 5us,5k0,8c0 '-kcrsisB'kixuysC66mB7aqC67yB7c2C67yB79eC69aB782C6amB76qC6byB75eC6emB72qC6fyB7aq\
    C67yB79eC69aB782C6byB75eC6daB742C6emB72qC6fyB7aqC69aB782C6amB5csqC7wpyB CAT-2
    Africa/Kampala 604,8c0,6y0,7n0 '-lnse04B's8lo4C6rhdD'4p4vb0B EAT-3
    Africa/Khartoum 60w,5k0,8c0 '-kcrsowB'kixv4wC66mB7aqC67yB7c2C67yB79eC69aB782C6amB76qC6byB75eC6emB72qC6fy\
    B7aqC67yB79eC69aB782C6byB75eC6daB742C6emB72qC6fyB7aqC69aB782C6amB5csqC6opyB CAT-2
    Africa/Kigali 5kg,5k0 '-i1ulkgB CAT-2
    Africa/Kinshasa 2u0,2s0 '-11ngdi0B WAT-1
    Africa/Lagos mn,0,1e0,2s0 '-xnxnanB'1kdnanA'2ve7ddC'2yfgknD WAT-1
    Africa/Libreville 1r0,2s0 '-u9rj30B WAT-1
    Africa/Lome 84,0 '-146nmw4B GMT0
    Africa/Luanda 2g8,2es,2s0 '-14phh48B'afpx08C WAT-1
    Africa/Lubumbashi 534,2s0,5k0 '-11ngfr4B'bpwyb4C CAT-2
    Africa/Lusaka 58k,5k0 '-yvtekkB CAT-2
    Africa/Malabo 1mk,0,2s0 '-u9riykB'r44sakC WAT-1
    Africa/Maputo 616,5k0 '-vu3fd6B CAT-2
    Africa/Maseru 53c,5k0,8c0 '-yvtefcB'l5xrrcC6qmB SAST-2
    Africa/Mbabane 5rc,5k0 '-yvtf3cB SAST-2
    Africa/Mogadishu 8eg,8c0,6y0 '-13r0wegB'je91egC9rqpB EAT-3
    Africa/Monrovia -1zw,-226,0 '-qj6zc4B'rl202aC GMT0
    Africa/Ndjamena 2sc,2s0,5k0 '-u9rk4cB'zdk5ccC5emB WAT-1
    Africa/Niamey e4,-2s0,0,2s0 '-u9rhq4B'bk99u4C9pmmD WAT-1
    Africa/Nouakchott -2yc,0,-2s0 '-u9redoB'bk93poCa1xeB GMT0
    Africa/Ouagadougou -a4,0 '-u9rh1wB GMT0
    Africa/Porto-Novo hg,0,2s0 '-u9rhtgB'bk975gC WAT-1
    Africa/Sao_Tome 18w,-1p9,0,2s0 '-18vsjwwB'em12kwC13tyqDdioC GMT0
    Africa/Tripoli,Libya 2fw,2s0,5k0 '-q3gfrwB'gl6ajwC2x6BnyuC33uBnleC3fyB14leC8n5aB3c2C6ryB6qqC6ryB6s2C6ryB\
    6xeC6laB6uqC6qmB6o2C6ryB6s2C6ryB6qqC6ryB7yqC2epaB6w2C5v2qB55cC EET-2
    Africa/Tunis 1vw,fl,2s0,5k0 '-1a9dr7wB'fke44bC'enxevlD81cC3o0Dls0C5peD8tgC5g0DpaCaqD5zyC6qqD6yiC6iuD66iC\
    bvqqD5g0C840D5o0C3ms0D4aoC6qoD6qoC840D5moC5haoD5mqC6k2D81cC5g0D81cC5pcD7s0C CET-1
    Africa/Windhoek 360,460,5k0,8c0,2s0 '-14nj4i0B'5rpr00Cev43D6qmCj5xaE66uC7ryE5peC81aE5g2C81aE5peC7ryE5peC\
    7ryE5peC7ryE5peC7ryE5peC81aE5g2C81aE5peC7ryE5peC7ryE5peC7ryE5peC7ryE5peC81aE5peC7ryE5peC7ryE5peC7ryE5peC\
    7ryE5peC81aE5g2C81aE5peC7ryE5peC7ryE5peC7ryE5peC CAT-2
    America/Adak,America/Atka,US/Aleutian xya,-wpq,-uk0,-rs0,-p00 '-1hc7qjzB'h4z1xpC'ln70qaD1d7yC8uw2D6qmC6q\
    qD6qmC6qqD6zyC6qqD6qmC6qqD6qmC2leDavyC4eqD92mC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6h\
    eDdqmE6qmD6qqE6qmD6qqE6qmD5yqE7imD5yqE7ryD5peE7ryD5peE7ryD5yqE7imD5yqE7imD5yqE7ryD5peE7ryD5peE7ryD5yqE7i\
    mD5yqE7imD5yqE7imD5yqE7ryD5peE7ryD5peE7ryD5yqE7imD5yqE7imD5yqE7ryD5peE7ryD5peE7ryD4xeE HST10HDT,M3.2.0,M\
    11.1.0
    America/Anchorage,US/Alaska 12wo,-rrc,-rs0,-p00,-m80 '-1hc7qjzB'h4ywzbC'ln72woD1d7yC8uw2D6qmC6qqD6qmC6qq\
    D6zyC6qqD6qmC6qqD6qmC2leDavyC4eqD92mC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6heDdqmE6qm\
    D6qqE6qmD6qqE6qmD5yqE7imD5yqE7ryD5peE7ryD5peE7ryD5yqE7imD5yqE7imD5yqE7ryD5peE7ryD5peE7ryD5yqE7imD5yqE7im\
    D5yqE7imD5yqE7ryD5peE7ryD5peE7ryD5yqE7imD5yqE7imD5yqE7ryD5peE7ryD5peE7ryD4xeE AKST9AKDT,M3.2.0,M11.1.0
    America/Anguilla -bog,-b40 '-u6m6zkB AST4
    America/Antigua -bg0,-dw0,-b40 '-u6m780B'k9mqg0C AST4
    America/Araguaina -8xc,-8c0,-5k0 '-t85j2oB'99k8moC6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32mB\
    cg2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB9c2C3vyB9leC4emB24qqC4emB8teC4xaB8leC5emB8aqC4x\
    aB8aqC5fyB8aqC4xaB8teC4nyB9leC3vyB3mxeC4emB <-03>3
    America/Argentina/Buenos_Aires,America/Buenos_Aires -ato,-bw0,-b40,-8c0,-5k0 '-138aaicB'db2bqcC'5iv8k0D4\
    haC7aqD53yC92qD4fyC92qD4fyC92qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4iqDcxaC4iqDo9aC2s2Dw5aC7xeD6\
    dymC2s2D2umC8g2D52mC8g2D52mC8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8aqE56mD8k2E4xaD8k2E4xaD8k2E56\
    mD5keqE2umD81eE5fyD <-03>3
    America/Argentina/Catamarca,America/Argentina/ComodRivadavia,America/Catamarca -c6k,-bw0,-b40,-8c0,-5k0\
     '-138a95gB'db2adgC'5iv8k0D4haC7aqD53yC92qD4fyC92qD4fyC92qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4\
    iqDcxaC4iqDo9aC2s2Dw5aC7xeD6dymC2s2D2umC8g2D52mC8g2D52mC8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8a\
    qE56mD8k2E4xaC8k4E4x8D8k2E56mD4802CpeD1bpaE2umD <-03>3
    America/Argentina/Cordoba,America/Cordoba,America/Rosario -bw0,-b40,-8c0,-5k0 '-px7ys0B'5iv8k0C4haB7aqC5\
    3yB92qC4fyB92qC4fyB92qC4fyB92qC4haB92qC4fyB92qC4fyB92qC4fyB92qC4haB4iqCcxaB4iqCo9aB2s2Cw5aB7xeC6dymB2s2C\
    2umB8g2C52mB8g2C52mB8g2C69aB6qqC6zyB6qqC6qmB6qqC1m6mD3mmC5hc2D3haC8aqD56mC8k2D4xaB8k4D4x8C8k2D56mC5keqD2\
    umC81eD5fyC <-03>3
    America/Argentina/Jujuy,America/Jujuy -c3c,-bw0,-b40,-8c0,-5k0 '-138a98oB'db2agoC'5iv8k0D4haC7aqD53yC92q\
    D4fyC92qD4fyC92qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4iqDcxaC4iqDo9aC2s2Dw5aC7xeD6dymC2s2D2umC8g\
    2D52mC8g2D52mC8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8aqE56mC8tgD56mC7iqE5fwD8k2E56mD5keqE2umD <-\
    03>3
    America/Argentina/La_Rioja -cdo,-bw0,-b40,-8c0,-5k0 '-138a8ycB'db2a6cC'5iv8k0D4haC7aqD53yC92qD4fyC92qD4f\
    yC92qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4iqDcxaC4iqDo9aC2s2Dw5aC7xeD6dymC2s2D2umC8g2D52mC8g2D5\
    2mC8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8aqE56mD8k2E4umC2hgD65aE4xaD8k2E56mD4802CpeD1bpaE2umD <\
    -03>3
    America/Argentina/Mendoza,America/Mendoza -cqs,-bw0,-b40,-8c0,-5k0 '-138a8l8B'db29t8C'5iv8k0D4haC7aqD53y\
    C92qD4fyC92qD4fyC92qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4iqDcxaC4iqDo9aC2s2Dw5aC7xeD6dymC2s2D2u\
    mC8g2D52mC8g2D52mC8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8aqE56mC8c4D52mC8g2D53yC8k2E56kD47o2C4o2\
    D182mE2umD <-03>3
    America/Argentina/Rio_Gallegos -ctg,-bw0,-b40,-8c0,-5k0 '-138a8ikB'db29qkC'5iv8k0D4haC7aqD53yC92qD4fyC92\
    qD4fyC92qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4iqDcxaC4iqDo9aC2s2Dw5aC7xeD6dymC2s2D2umC8g2D52mC8\
    g2D52mC8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8aqE56mD8k2E4xaD8k2E4xaD8k2E56mD4802CpeD1bpaE2umD <\
    -03>3
    America/Argentina/Salta -c44,-bw0,-b40,-8c0,-5k0 '-138a97wB'db2afwC'5iv8k0D4haC7aqD53yC92qD4fyC92qD4fyC9\
    2qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4iqDcxaC4iqDo9aC2s2Dw5aC7xeD6dymC2s2D2umC8g2D52mC8g2D52mC\
    8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8aqE56mD8k2E4xaC8k4E4x8D8k2E56mD5keqE2umD <-03>3
    America/Argentina/San_Juan -cos,-bw0,-b40,-8c0,-5k0 '-138a8n8B'db29v8C'5iv8k0D4haC7aqD53yC92qD4fyC92qD4f\
    yC92qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4iqDcxaC4iqDo9aC2s2Dw5aC7xeD6dymC2s2D2umC8g2D52mC8g2D5\
    2mC8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8aqE56mD8k2E4umC2hgD65aE4xaD8k2E56mD47yqC21eD1aemE2umD\
     <-03>3
    America/Argentina/San_Luis -cac,-bw0,-b40,-8c0,-5k0 '-138a91oB'db2a9oC'5iv8k0D4haC7aqD53yC92qD4fyC92qD4f\
    yC92qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4iqDcxaC4iqDo9aC2s2Dw5aC7xeD6dymC2s2D2umC8g2D52mC8g2D5\
    2mC8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8aqE5jyC7ysD52mC3eqD4vumC21eD1aemEtaD1s2C81eD5fyC81eD <\
    -03>3
    America/Argentina/Tucuman -c2s,-bw0,-b40,-8c0,-5k0 '-138a998B'db2ah8C'5iv8k0D4haC7aqD53yC92qD4fyC92qD4fy\
    C92qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4iqDcxaC4iqDo9aC2s2Dw5aC7xeD6dymC2s2D2umC8g2D52mC8g2D52\
    mC8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8aqE56mD8k2E4xaC8k4E4x8D8k2E56mD4802Cg2D1bymE2umD81eE5fy\
    D <-03>3
    America/Argentina/Ushuaia -cnc,-bw0,-b40,-8c0,-5k0 '-138a8ooB'db29woC'5iv8k0D4haC7aqD53yC92qD4fyC92qD4fy\
    C92qD4fyC92qD4haC92qD4fyC92qD4fyC92qD4fyC92qD4haC4iqDcxaC4iqDo9aC2s2Dw5aC7xeD6dymC2s2D2umC8g2D52mC8g2D52\
    mC8g2D69aC6qqD6zyC6qqD6qmC6qqD1m6mE3mmD5hc2E3haD8aqE56mD8k2E4xaD8k2E4xaD8k2E56mD47xeCs2D1bpaE2umD <-03>3
    America/Aruba -czc,-ci0,-b40 '-u7lccoB'rlo7ioC AST4
    America/Asuncion -aog,-b40,-8c0 '-jy93zkB'ldwofkCk9aBkaqC5mmB7xeC5laB7xeC5laB7xeC6qmB6s2C6ryB6s2C6qmB6s2\
    C6qmB6s2C6qmB6s2C6ryB6s2C6qmB6s2C6qmB6s2C6qmB6s2C6ryB6s2C6qmB7k2C5ymB6s2C6qmB6yqC5fyB82qC6jyB6teC5imB802\
    C5haB81eC5mmB842C56mB8aqC5fyB81eC5paB7s2C5paB7s2C5paB81eC6qmB5g2C81aB5peC7ryB79eC5fyB81eC5fyB81eC5fyB8aq\
    C56mB8aqC56mB8aqC6haB6heC6zyB6heC6zyB6qqC67yB79eC67yB79eC67yB79eC6haB702C6haB702C6haB79eC67yB79eC67yB79e\
    C6haB702C6haB702C6haB702C6haB79eC <-03>3
    America/Atikokan -gys,-go0,-dw0 '-1353b18B'c5efx8C79aB88laC EST5
    America/Bahia -74s,-8c0,-5k0 '-t85kv8B'99kaf8C6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32mBcg2C\
    26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB9c2C3vyB9leC4emB9c2C4emB92qC45aB9leC3mmB9leC4nyB8te\
    C4nyB8teC4emB8teC4xaB8leC5emB8aqC4xaB8aqC5fyB8aqC4xaB8teC4nyB9leC3vyB396qC4xaB <-03>3
    America/Bahia_Banderas -jho,-jg0,-go0,-dw0 -i1bmB21k0C1afyB65eC5paB6s2C3s3yBk9w6C7imB5yqC7imB5yqC7imB5yq\
    C7ryB5peC7ryB702C5fyB702C7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqD7rwC5peD7ryC5pe\
    D7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC CST6
    America/Barbados -b1h,-b40,-8c0,-9q0 '-ug8iajB'fzq06jC4yqB91aC4o2B82mD5o2Bcb2oC45aB79eC67yB79eC67yB7iqC5\
    umB AST4
    America/Belem -8z8,-8c0,-5k0 '-t85j0sB'99k8ksC6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32mBcg2C\
    26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB <-03>3
    America/Belize -gc0,-go0,-fa0,-dw0 '-u52ic0B'3edkc0C4nzB8tdC4xbB8k1C4xbB8k1C4xbB8tdC4nzB8tdC4nzB8tdC4xbB\
    8k1C4xbB8k1C4xbB8k1C4xbB8tdC4nzB8tdC4nzB8tdC4xbB8k1C4xbB8k1C4xbB8tdC4nzB8tdC4nzB8tdC4nzB8tdC4xbB8k1C4xbB\
    8k1C4xbB8tdC4nzB8tdC4nzB8tdC4xbB4xdD1axaBodeC4xbB8k1C4xbB8k1C4xbB8tdC4nzB8tdC4nzB8tdC4xbB8k1C4xbB8k1C4xb\
    B8k1C4xbB8tdC4nzB8tdC4nzB8tdC4xbB8k1C4xbB8k1C4xbB8tdC4nzB8tdC4nzB8tdC4nzB8tdC4xbB8k1C4xbB8k1C4xbB8tdC4nz\
    B26o1D2fyB3bs2D22mB CST6
    America/Blanc-Sablon -aks,-b40,-8c0 '-18vs838B'hw37f8C79aB8r1eC1d7yB AST4
    America/Boa_Vista -b8g,-b40,-8c0 '-t85grkB'99k93kC6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32mB\
    cg2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB4dmqC5fyB8aqC9aB <-04>4
    America/Bogota -dps,-dw0,-b40 '-srdoy8B'14f1hi8CadaB <-05>5
    America/Boise -lip,-m80,-jg0,-go0 -wcywBcwu4C7ryB5peC7ryB1byqC71laD1d7yC83xeD6qmC6qqD6qmC6qqD6qmC6qqD6qm\
    C6qqD6zyC6qqD6qmC6qqD6qmC3mqD9umC4eqD92mC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6heD6zy\
    C6qqD6qmC6qqD6qmC6qqD6qmC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7im\
    C5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC4xeD MST7MDT,M3.2.0,M11\
    .1.0
    America/Cambridge_Bay 0,-jg0,-go0,-dw0 -iseoB8b36C1d7yB9zleC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB\
    6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB\
    5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqCdhaD816Cd86B5yqC7imB5yqC7imB5yqC7ryB\
    5peC7ryB5peC7ryB4xeC MST7MDT,M3.2.0,M11.1.0
    America/Campo_Grande -a44,-b40,-8c0 '-t85hvwB'99ka7wC6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC3\
    2mBcg2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB9c2C3vyB9leC4emB9c2C4emB92qC45aB9leC3mmB9leC\
    4nyB8teC4nyB8teC4emB8teC4xaB8leC5emB8aqC4xaB8aqC5fyB8aqC4xaB8teC4nyB9leC3vyB92qC4emB9o2C42mB8teC4nyB9leC\
    45aB8k2C4nyB92qC4emB92qC4nyB8teC4nyB8teC4xaB8teC4emB92qC4emB92qC4nyB8teC4nyB8teC4nyB8teC4nyB9leC3vyB <-0\
    4>4
    America/Cancun -g2g,-go0,-dw0,-b40 -i1boBmjg4CduiB4zc6C7imB5yqCdhaD4emC342B5yqC7ryB5peC7ryB702C5fyB702C7\
    imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB3mqC\
     EST5
    America/Caracas -ce8,-ce4,-ci0,-b40 '-15r0wxsB'bjfjzwC'rlo83wDg4thC35k0D <-04>4
    America/Cayenne -9ow,-b40,-8c0 '-uj7yb4B'tcw6r4C <-03>3
    America/Cayman -f2k,-e7y,-dw0 '-15r0u9gB'biv5teC EST5
    America/Chicago,US/Central -g8c,-go0,-dw0 -wcz0Bcwu4C7ryB5peC7ryB8k2C56mB5g2C81aB6qqC5fyB81eC5paB7s2C5pa\
    B7s2C5paB7s2C5paB7s2C5paB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5fyB81eC5paB7s2C5paB5peC9laB5yqC5pa\
    B7s2C5paB81eC5fyB81eC5paB7s2C5paB4yqC1d7yB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5fyB81eC5paB7s2C5paB7s2C5p\
    aB7s2C5paB7s2C6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6z\
    yB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB2leCavyB4eqC92mB6qqC6zyB6heC6zyB6qqC6qmB6qqC6q\
    mB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7i\
    mB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7r\
    yB5peC7ryB4xeC CST6CDT,M3.2.0,M11.1.0
    America/Chihuahua -jn8,-jg0,-go0,-dw0 -i1bmB21k0C1afyB65eC5paB6s2Co202D7imC5yqD7imCdheB5yqC7ryB5peC7ryB7\
    02C5fyB702C7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5\
    yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC CST6
    America/Ciudad_Juarez -jpw,-jg0,-go0,-dw0 -i1bmB21k0C1afyB65eC5paB6s2Co202D7imC5yqD7imCdheB5yqC7ryB5peC7\
    ryB702C5fyB702C7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB56qC8taB4o2C8taB4o2C8taB4o2C8\
    taB4o2C8taB4o2C8taB4xeC8taB4o2C8taB4o2C8taB4o2C8taB4o2C8taB4xeC8taB4o2C9p6B3s6C MST7MDT,M3.2.0,M11.1.0
    America/Coral_Harbour,America/Panama -eq8,-eso,-dw0 '-15r0ulsB'9jvmqgC EST5
    America/Costa_Rica -fkd,-go0,-dw0 '-pjw8fnB'ubtl3nC3mmB9uqC3mmB3zuqC61aB7g2C23yB CST6
    America/Coyhaique -dcg,-d39,-dw0,-b40,-8c0 '-15r0vzkB'ag6l2tC'3dlssrB'157b79D'f4e0rB'49hzb9D'aye0rC5o2D7\
    umC5o2D7umC5o2D7umC5o2D7vyC5o2D3numC29eD1r3yC1w0D8280E5fyD8teE4nyD79eE5paD7s2E5paD81eE5fyD7iqE5ymD81eE5f\
    yD81eE5paD7s2E5paD7s2E5paD81eE5fyD81eE5fyD81eE5paD7s2E5paD7s2E5paD7s2E5paD81eE5fyD81eE5fyD81eE6qmD6qqE5p\
    aD7s2E5paD81eE5fyD702E6haD81eE5paD7s2E5paD7s2E5paD7s2E5paD81eE5fyD81eE67yD79eE5paD79eE6zyD702E5paD81eE5f\
    yD81eE5fyD81eE5fyD81eE5paD7s2E5paD7s2E5paD81eE5fyD81eE67yD79eE5paD7s2E6haD702E7ryD3w2E9byD4o2E8taD4xeE8j\
    yD4xeEmtaD3deEa3yD3deEa3yD3deE8taD5peE7ryD5peE7ryD5peE7ryD5yqE7imD5peE81aD5peE <-03>3
    America/Creston -lks,-jg0,-m80 '-18vrx38B'h39xv8Cmk2B MST7
    America/Cuiaba -adw,-b40,-8c0 '-t85hm4B'99k9y4C6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32mBcg2\
    C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB9c2C3vyB9leC4emB9c2C4emB92qC45aB9leC3mmB9leC4nyB8t\
    eC4nyB8teC4emB8teC4xaB8leC5emB8aqC4xaB8aqC5fyB8aqC4xaB8teC4nyB9leC3vyBn5eC42mB8teC4nyB9leC45aB8k2C4nyB92\
    qC4emB92qC4nyB8teC4nyB8teC4xaB8teC4emB92qC4emB92qC4nyB8teC4nyB8teC4nyB8teC4nyB9leC3vyB <-04>4
    America/Curacao -crn,-ci0,-b40 '-u7lckdB'rlo7qdC AST4
    America/Danmarkshavn -3gg,-8c0,-5k0,0 '-rvusjkB'x8nx3kC6h4B6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6\
    qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB3o4D GMT0
    America/Dawson -ptg,-p00,-m80,-jg0 '-1079sukB'97l62kC79aB7s2C5x6B8dc6C1d7yB7cpaD700B3040C2fw2D6qmC6qqD6q\
    mC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7r\
    yC5peD7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC4xeD8t\
    aC4o2D8taC4o2D8taC4xeD8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4xeD8taC4o2D8taC4o2D8taC4o2D8taC4o2D M\
    ST7
    America/Dawson_Creek -m9k,-m80,-jg0 '-18vrwegB'hw36ugC79aB8r1eC1d7yBl9eC5paB7s2C5paB7s2C5paB81eC5fyB81eC\
    5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5fyB81eC6qmB6qqC6qmB6qqC\
    6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC MST7
    America/Denver,America/Shiprock,Navajo,US/Mountain -jfw,-jg0,-go0 -wcyyBcwu4C7ryB5peC7ryB5peC81aB5g2C22m\
    B7saqC1d7yB7cpeC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB2leCavyB4eqC92mB6qqC\
    6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC\
    7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC\
    7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB4xeC MST7MDT,M3.2.0,M11.1.0
    America/Detroit,US/Michigan -fdn,-go0,-dw0,-b40 '-xx8dydB'5eraudCa1qmD1d7yCyqqD5paC'9rlbxoD'71s2cC6qqD6q\
    mC1oxeD6qmC2leDavyC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6\
    qmC6qqD6qmC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7\
    imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC4xeD EST5EDT,M3.2.0,M11.1.0
    America/Dominica -bdc,-b40 '-uj7wl0B AST4
    America/Edmonton,America/Yellowknife,Canada/Mountain -l0g,-jg0,-go0 '-x1yazkB'629inkC79aB682C1mmBcdeC6zy\
    B6heC5paB81eC5fyB81eC5paB6weqC1d7yBl9eC5paB98mqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC\
    6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC\
    7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC\
    7ryB5peC7ryB4xeC MST7MDT,M3.2.0,M11.1.0
    America/Eirunepe -cxs,-dw0,-b40 '-t85f28B'99ka68C6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32mBc\
    g2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB2502C4nyB5e02C20ryB <-05>5
    America/El_Salvador -gio,-go0,-dw0 '-pkm4tcB'ymao5cC5fyB81eC5fyB CST6
    America/Ensenada,America/Santa_Isabel,America/Tijuana,Mexico/BajaNorte -lo4,-jg0,-m80 -i1bmBr1cC1aiqB1af\
    yC52qB6qmC3yxeB1c6mCwaqBaimChheB5emC81iB5paC7s2B5paCl9cB5pcC7s0B5pcC81cB5pcC7s0B5pcC7s0B5pcC7s0B5pcC7s0B\
    5pcC5us2B6zyC6heB6zyC6qqB6qmC6qqB6qmC6qqB6qmC6qqB6qmC6qqB6zyC6heB6zyC6qqB6qmC6qqB6qmC6qqB6qmC5yqB7imC5yq\
    B7ryC5peB7ryC5peB7ryC5yqB7imC5yqB7imC5yqB7ryC5peB7ryC5peB7ryC5yqB7imC5yqB7imC5yqB7imC5yqB7ryC5peB7ryC5pe\
    B7ryC5yqB7imC5yqB7imC5yqB7ryC5peB7ryC5peB7ryC5peB7ryC5yqB7imC5yqB7imC56qB PST8PDT,M3.2.0,M11.1.0
    America/Fort_Nelson -mpz,-m80,-jg0 '-18vrvy1B'hw36e1C79aB8r1eC1d7yBl9eC5paB7s2C5paB7s2C5paB81eC5fyB81eC5\
    paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5fyB81eC6qmB6qqC6qmB6qqC6\
    qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6\
    zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7\
    ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7\
    imB5yqC7ryB5peC7ryB5peC7ryB4xeC8taB4o2C8taB4o2C8taB4xeC8taB4o2C8taB4o2C8taB4o2C8taB4o2C8taB4o2C MST7
    America/Fort_Wayne,America/Indiana/Indianapolis,America/Indianapolis,US/East-Indiana -fye,-go0,-dw0,-b40\
     -wcz0Bcwu4C7ryB5peC7ryB84yqC3mmB4yqC1d7yB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5fyB81eC5paB7s2C5paB7s2C5p\
    aB7s2C5paB7s2CwxaB7s2C44taD6qmC6qqD6qmCdbdeD7ryC4xeD EST5EDT,M3.2.0,M11.1.0
    America/Fortaleza -74o,-8c0,-5k0 '-t85kvcB'99kafcC6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32mB\
    cg2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB9c2C3vyB9leC4emB3meqC5fyB8aqCimBd82C4nyB <-03>3
    America/Glace_Bay -b3o,-b40,-8c0 '-z94kwcB'89fk8cC79aB8r1eC1d7yB2ueqC5paB6zheC6qmB6qqC6qmB6qqC6qmB6qqC6q\
    mB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7r\
    yB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7r\
    yB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB4xeC AST4ADT,M3.2.0,M11.1.0
    America/Godthab,America/Nuuk -9kw,-8c0,-5k0,-2s0 '-rvumf4B'x8nqz4C6h4B6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6q\
    oC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C7s0B5pcC7s0B5p\
    cC7s0B5pcC81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g\
    0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0CdqoD <\
    -02>2<-01>,M3.5.0/-1,M10.5.0/0
    America/Goose_Bay -b6s,-9rg,-6zg,-9q0,-6y0,-b40,-8c0,-5k0 '-18vs7h8B'hw35goC79aB665aD'kzjykE5fyD81eE5fyD\
    81eE5fyD8aqE56mD8aqE5fyD81eE5fyD81eE19uqD8aqE5fyD81eE5fyD81eE5fyD81eE5fyD8aqE5fyD7iqE5paD7s2E5paD7s2E5pa\
    D7s2E5paD7s2E5paD81eE5paD7s2E5paD7s2E5paD7s2E5paD7s2E6zyD6qqE6qmD6qqE6qmD6qqE6qmD6qqE6qmD6qqE6zyD502F1hd\
    G6zyF6qqG6qmF6qqG6qmF6qqG6qmF6qqG6qmF6qqG6zyF6qqG6qmF6qqG6qmF6qqG6qmF6qqG6qmF6qqG6zyF6heG6zyF6qqG6qmF6qq\
    G6qmF6qqG6qmF6qqG6qmF6qqG6zyF6heG6zyF6qqG6qmF6qqG6qmF6qqG6qmF'8a2loG7imF5yqH7rwF5pgG7ryF5peG7ryF5yqG7imF\
    5yqG7imF5yqG7ryF5peG7ryF5peG7ryF5yqG7imF5yqG7imF5yqG7imF5yqG7ryF5peG7ryF5peG7ryF5yqG7imF5yqG7imF5yqG7ryF\
    5peG7ryF5peG7ryF4xeG8taF4o2G8taF4o2G8taF4xeG8taF4o2G'c8tecF AST4ADT,M3.2.0,M11.1.0
    America/Grand_Turk -d68,-e7y,-dw0,-b40 '-15r0w5sB'biv7pqC'z3brw2D6qmC6qqD6qmC6qqD6qmC6qqD6zyC6heD6zyC6qq\
    D6qmC6qqD6qmC6qqD6qmC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yq\
    D7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC4xeD8taC4o2D8taC4o2D8taC4xe\
    D8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4o2D1dimC4o2D8taC4o2D8taC4xeD8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4o\
    2D8taC4xeD8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4xeD8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC EST5EDT,M\
    3.2.0,M11.1.0
    America/Grenada -bfo,-b40 '-uj7wkcB AST4
    America/Guadeloupe -be8,-b40 '-ukehxsB AST4
    America/Guatemala -grg,-go0,-dw0 '-qqqskkB'ss0akkC3daB3gxeC4laB2tg2C67yB5i42C5paB CST6
    America/Guayaquil -es8,-ejc,-dw0,-b40 '-15r0ujsB'le9mf4C'wb620oD2jyC <-05>5
    America/Guyana -arr,-b40,-af0,-8c0 '-uhmik9B'1va8c9C'vj6nb0D'8p0jd0B <-04>4
    America/Halifax,Canada/Atlantic -bs0,-b40,-8c0 '-z94k80B'777go0C6ryBkquC79aBkqmC45aB99eC4imB8s2C4qmB902C\
    4haB902C4ymB8iqC5haB8iqC4fyB8iqC5haB8iqC4emB92qC47yB99eC4paB8s2C57yB802C5haB802C5qmB8iqC4emB9leC4fyB92qC\
    3vyB8iqC5haB802C5haB91eC4fyB89eC5haB802C5haB4xiC1d7yB7s2C5paB7s2C5paB7s2C5paB7s2C5paBliqC5paB7s2C5paB7s2\
    C5paB7s2C5paBliqC5paB7s2C5paB7s2C5paB7s2C5paBz02C6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qq\
    C6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qq\
    C6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5pe\
    C7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB4xeC AST4AD\
    T,M3.2.0,M11.1.0
    America/Havana,Cuba -f94,-f9c,-dw0,-b40 '-15r0u2wB'ijto08C'1icfyoD4imC4diqD3daCa42D3mmCa42D3daC112qD3daC\
    a42D3daC71mqD4haC8xeD4nyC6yqD5qmC81eD5fyC8k2D6qmC6qqD6qmC6qqD6zyC6qqD5ymC7iqD5zyC7heD61aC7g2D6qmC6qqD6zy\
    C6heD6zyC702D5paC5yqD7ryC5peD7ryC7s2D5paC7s2D5paC7s2D5paC7s2D5ymC7iqD5ymC5peD7ryC5peD7ryC5yqD7imC5yqD7im\
    C6heD79aC6heD700C6hcD700C6hcD700C6hcD700C6hcD700C6qoD6qoC6qoD700C680D7s0C5pcD81cC5pcD7s0C5pcD7s0C5yoD7io\
    C5yoD7ioC5pcDz00C4xcD8k0C56oD8aoC4xcD8k0C56oD8k0C56oD8tcC56oD81cC CST5CDT,M3.2.0/0,M11.1.0/1
    America/Hermosillo -kjs,-jg0,-go0 -i1bmB21k0C1afyB65eC5paB6s2C3s3yBk9w6C7imB5yqC7imB5yqC7imB MST7
    America/Indiana/Knox,America/Knox_IN,US/Indiana-Starke -g1i,-go0,-dw0 -wcz0Bcwu4C7ryB5peC7ryB8dk2C1d7yBl\
    9eC5paB7s2C5paB7s2C5paB81eC5fyB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C6zyB6qqC6qmB6qqC5paB7s2C5paB7s2C6qmB6\
    qqC6zyB6qqC6qmB6qqCk7yB1bg2C6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB2leCavyB4eqC92mB6qqC6zyB\
    6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB\
    5peC7ryB5yqC5uimB4xeC CST6CDT,M3.2.0,M11.1.0
    America/Indiana/Marengo -fzn,-go0,-dw0,-b40 -wcz0Bcwu4C7ryB5peC7ryB8dk2C1d7yB23g2C5paByqqC5paB7s2C5paB81\
    eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC303yD6qmC6qqD6qmC6qqD6zyC6qqD6qmC6qqD6qmChw2D92mCbfpeD7ryC4xeD\
     EST5EDT,M3.2.0,M11.1.0
    America/Indiana/Petersburg -g5v,-go0,-dw0,-b40 -wcz0Bcwu4C7ryB5peC7ryB8dk2C1d7yB3lmmC5g2B81eC5paB7s2C5pa\
    B7s2C5paB7s2C5paB7s2C5paB81eC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqCkhaB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zy\
    B6qqC6qmB6qqC6qmB2leCavyB4eqC92mB6qqC6zyB6heCb39aB4xeCdhaD EST5EDT,M3.2.0,M11.1.0
    America/Indiana/Tell_City -g2f,-go0,-dw0,-b40 -wcz0Bcwu4C7ryB5peC7ryB8dk2C1d7yB3lmmC5g2B81eC5paB7s2C5paB\
    7s2C5paB7s2C5paB7s2C5paB81eC6qmB6qqC6qmB6qqC6qmB6qqC1bfyB6qqC6qmB6qqD6qkC6qqD6qmCdj5eB4xeC CST6CDT,M3.2.\
    0,M11.1.0
    America/Indiana/Vevay -fr4,-go0,-dw0,-b40 -wcz0Bcwu4C7ryB5peC7ryB8dk2C1d7yB37w2C5mzyD6qmC6qqD6qmC6qqD6zy\
    C6qqD6qmCck5eD7ryC4xeD EST5EDT,M3.2.0,M11.1.0
    America/Indiana/Vincennes -g7j,-go0,-dw0,-b40 -wcz0Bcwu4C7ryB5peC7ryB8dk2C1d7yB7s2C5paB2gxeC5paB7s2C5paB\
    81aC5g2B81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C6zyB6qqC5fyB81eC6qmB6qqC6qmB6qqC1vnyD6qmC6qqD6qmCdj5eB4xeCdh\
    aD EST5EDT,M3.2.0,M11.1.0
    America/Indiana/Winamac -g1d,-go0,-dw0,-b40 -wcz0Bcwu4C7ryB5peC7ryB8dk2C1d7yB7s2C5paB7s2C5paB7s2C5paB7s2\
    C5paB81eC5fyB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C6zyB6qqC6qmB6qqC5paB7s2C5paB7s2C5paB7s2C5paB81eC303yD6q\
    mC6qqD6qmCdj5eB4xeD8t8C EST5EDT,M3.2.0,M11.1.0
    America/Inuvik 0,-m80,-jg0,-go0 -6dyoB79gkC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqD6qkC6\
    qqD6qmC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5\
    yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5\
    peD7ryC4xeD MST7MDT,M3.2.0,M11.1.0
    America/Iqaluit,America/Pangnirtung 0,-b40,-dw0,-go0 -aaxcB16toC9zleB6qmC6qqB6qmC6qqB6qmC6qqB6qmC6qqB6zy\
    C6heB6zyC6qqB6qmC6qqB6qmC6qqB6qmC6qqB6qmC6qqB6zyC6heB6zyC6qqB6qmC6qqB6qmC6qqB6qmC5yqB7imC5yqB7ryC5peB7ry\
    C5peB7ryC5yqB7imC5yqB7imC5yqB7ryC5peB7ryC5peB7ryC5yqB7imC5yqB7imC5yqB7imC5yqB7ryD5pgCdhaB7ryC5yqB7imC5yq\
    B7imC5yqB7ryC5peB7ryC5peB7ryC4xeB EST5EDT,M3.2.0,M11.1.0
    America/Jamaica,Jamaica -e7y,-dw0,-b40 '-u85og2B'wbl182CavyB4eqC92mB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC\
    6qmB6qqC6qmB6qqC6zyB6heC6zyB EST5
    America/Juneau 15rv,-ow5,-m80,-jg0,-p00 '-1hc7qjzB'h4yu44C'ln707vD1d7yC8uw2D6qmC6qqD6qmC6qqD6zyC6qqD6qmC\
    6qqD6qmC2leDavyC4eqD92mC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmCk82D6qmC6qqD6zyC6heD6zyE6qsC6qmE6qqC6qmE6qqC6qmE\
    5yqC7imE5yqC7ryE5peC7ryE5peC7ryE5yqC7imE5yqC7imE5yqC7ryE5peC7ryE5peC7ryE5yqC7imE5yqC7imE5yqC7imE5yqC7ryE\
    5peC7ryE5peC7ryE5yqC7imE5yqC7imE5yqC7ryE5peC7ryE5peC7ryE4xeC AKST9AKDT,M3.2.0,M11.1.0
    America/Kentucky/Louisville,America/Louisville -fvq,-go0,-dw0,-b40 -wcz0Bcwu4C7ryB5peC7ryBkheC4jyB7duqC5\
    paB4yqC1d7yB'ast9oC'1sw2cB1gw2C5fyB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC6qmB6qqC6qmB6qqC6qmB6qqC6\
    qmB6qqC6zyB6qqC2mmmD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6qqD6qmC6qqD6qmChw2D92mC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC\
    6qqD6qmC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC\
    5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC\
    5peD7ryC4xeD EST5EDT,M3.2.0,M11.1.0
    America/Kentucky/Monticello -fpo,-go0,-dw0,-b40 -wcz0Bcwu4C7ryB5peC7ryB8dk2C1d7yB8heqC6qmB6qqC6qmB6qqC6q\
    mB6qqC6zyB6qqC6qmB6qqC6qmB2leCavyB4eqC92mB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6z\
    yB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7i\
    mB5yqC7imB5yqC7imB5yqC7ryB5peCdhaD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC4xeD EST5EDT,M3.2.0,M11.1.\
    0
    America/Kralendijk,America/Lower_Princes,America/Marigot,America/Puerto_Rico,America/St_Barthelemy,Ameri\
    ca/Virgin -c8p,-b40,-8c0 '-10xhp3bB'mhp1jbC1a5eB AST4
    America/La_Paz -cmc,-9uc,-b40 '-jxzspoB5umC <-04>4
    America/Lima -e9o,-eac,-dw0,-b40 '-15r0v2cB'9ov9coC'fcxjloD3byC6k2D6qmC6qqD6qmCh782D3byCa6qD3byC119eD3by\
    C1es2D3byC <-05>5
    America/Los_Angeles,US/Pacific -lwa,-m80,-jg0 -wcywBcwu4C7ryB5peC7ryB8dk2C1d7yB'1a3c5oC'f2iicBhxcC5g0B81\
    cC5pcB7s0C5pcB7s0C5pcB7s0C5pcB7s0C5pcB81cC5pcB7s0C5pcB7s0C5pcB7s0C5pcB7s0C5pcB81cC5g0B81cC6qoB6qoC6qoB6q\
    oC6qoB6qoC700B6hcC700B6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB2leCavyB4eqC92mB6qqC6zyB6h\
    eC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5p\
    eC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5y\
    qC7imB5yqC7ryB5peC7ryB5peC7ryB4xeC PST8PDT,M3.2.0,M11.1.0
    America/Maceio -6m4,-8c0,-5k0 '-t85ldwB'99kaxwC6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32mBcg2\
    C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB9c2C3vyB9leC4emB24qqC4emB1d9eC5fyB8aqCimBd82C4nyB\
     <-03>3
    America/Managua -fz8,-fzc,-go0,-dw0 '-15r0tcsB'n7jmo4C'ka1i0oDoamC1j82D3nyC9teD3nyC4bwaD9vqC3o2D1i3yC33w\
    2D6haC7s6D5p8C CST6
    America/Manaus,Brazil/West -b44,-b40,-8c0 '-t85gvwB'99k97wC6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB\
    41qqC32mBcg2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB2502C4nyB <-04>4
    America/Martinique -bb8,-b40,-8c0 '-umcvcsB'zz5x4sC6haB AST4
    America/Matamoros -i20,-go0,-dw0 -i1boBow9gC7ryB2sleC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB702C5fyB702C7im\
    B5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB56qC CST6CDT,M3.2.0,M11.1.0
    America/Mazatlan,Mexico/BajaSur -jpg,-jg0,-go0 -i1bmB21k0C1afyB65eC5paB6s2C3s3yBk9w6C7imB5yqC7imB5yqC7im\
    B5yqC7ryB5peC7ryB702C5fyB702C7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ry\
    B5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB MST7
    America/Menominee -g83,-go0,-dw0 '-17zjvrxB'gz53bxC7ryB5peC7ryB8dk2C1d7yB7s2C5paB7cpeC6zyBxpeC1oxaB2leCa\
    vyB4eqC92mB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7\
    imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7\
    ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB4xeC CST6CDT,M3.2.0,M11.1.0
    America/Merida -glg,-go0,-dw0 -i1boBmjg4CbimB51o2C7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB702C5fyB702C7imB5y\
    qC7imB5yqC7ryB5peC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5y\
    qC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB CST6
    America/Metlakatla 16au,-od6,-m80,-jg0,-p00 '-1hc7qjzB'h4ytl5C'ln70quD1d7yC8uw2D6qmC6qqD6qmC6qqD6zyC6qqD\
    6qmC6qqD6qmC2leDavyC4eqD92mC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6heD6zyCc0yqE4xeC8ta\
    E4o2C8taE4o2CbnyE1teC AKST9AKDT,M3.2.0,M11.1.0
    America/Mexico_City,Mexico/General -id0,-jg0,-go0,-dw0 -i1bmB21k0C1afyB65eC5paB6s2C2kmmD56mCjqqD46mC10mq\
    D52mC269eD67yCh62uD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC702D5fyC702D7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5\
    peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5\
    yqD7imC5yqD7ryC5peD7ryC CST6
    America/Miquelon -aeg,-b40,-8c0,-5k0 '-uk1k9kB'zy4wpkC2lpeD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5\
    yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5\
    peD7ryC4xeD <-03>3<-02>,M3.2.0,M11.1.0
    America/Moncton -bzw,-dw0,-b40,-8c0 '-18wys04B'9nu9w4C5y5eD79aC5htcD3daCa42D3daCa42D3daCa42D3daCa42D3daC\
    a42D3daC9teD4emC8uqD4mmC8c2D5emC504D1d7yC7s2D5paC7s2D5paC7s2D5paC7s2D5paC81eD5fyC81eD5paC7s2D5paC7s2D5pa\
    C7s2D5paC7s2D5paC81eD5paC7s2D6qmC6qqD6qmC6qqD6qmC6qqD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6heD6zy\
    C6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6qqD6qmCk82D6qmC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qm\
    C6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC'8a2loD\
    7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD\
    7ryC'6uiycD AST4ADT,M3.2.0,M11.1.0
    America/Monterrey -iks,-jg0,-go0,-dw0 -i1boB21k2C1afyB65eC5paB6s2Cl1mqD7ryC2sleD7imC5yqD7imC5yqD7imC5yqD\
    7ryC5peD7ryC702D5fyC702D7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD\
    7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC CST6
    America/Montevideo -aer,-b40,-8c0,-9q0,-6y0,-5k0,-460 '-px8099B'1s74p9C6ryD6s1C6qnD6s1C6qnD2uipC5pbD7s1C\
    5pbD7s1C5pbD7s1C5pbD81dC5fzD81dC5fzD701C6qnD7s1C5pbD4ldCiinE3bzC632pE6hbC2c1F1taC1wpeF6haC102qE6ynCiw1F1\
    umCp5eF33yCk82G22lE6heC45dF3mmCnc2F2umCa42F3daCamqF2umC22qFbxaC2ws2F2taCamqF33yC8teF4emC8teF4xaC8teF4nyC\
    8k2F4xaC4cc2F702C79eF5paC7iqF5ymC7s2F5paC7s2F5paC7s2F5ymC7iqF5ymC7iqF5ymC7s2F5paC7s2F5paC7s2F5paC <-03>3
    America/Montreal,America/Nipigon,America/Thunder_Bay,America/Toronto,Canada/Eastern -ep8,-dw0,-b40 '-135\
    3dasB'c5efesC79aB5qlC7qnB706C5fuB8k6C4jyB8xeC4nyB8teC4nyB8k2C56mB8aqC56mB8aqC56mB8aqC5fyB81eC5paB7s2C5pa\
    B7s2C5paB7s2C5paB81eC5fyB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5fyB81eC21daB7s2C5paB7s2C5p\
    aB7s2C5paB7s2C81aB5peC7ryB5peC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5paB7s2C6qmB6qqC6qmB6qqC6qmB6qqC6z\
    yB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6q\
    mB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6q\
    mB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7r\
    yB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB4xeC EST5EDT,M3.2.0,M11.1.0
    America/Montserrat -bis,-b40 '-uj7wfkB AST4
    America/Nassau -ebu,-dw0,-b40 '-u6m4c6B'fqrow6C103yB15eC9laB6yk6C6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qq\
    C6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qq\
    C6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5pe\
    C7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB4xeC EST5ED\
    T,M3.2.0,M11.1.0
    America/New_York,US/Eastern -dpe,-dw0,-b40 -wcz2Bcwu4C7ryB5peC7ryB5peC81aB6heC5paB81eC5fyB81eC5paB7s2C5p\
    aB7s2C5paB7s2C5paB7s2C5paB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5fyB81eC5paB7s2C5paB7s2C5paB7s2C5p\
    aB7s2C5paB81eC5fyB81eC5paB7s2C5paB4yqC1d7yB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5fyB81eC5paB7s2C5paB7s2C5\
    paB7s2C5paB7s2C6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6\
    zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB2leCavyB4eqC92mB6qqC6zyB6heC6zyB6qqC6qmB6qqC6\
    qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7\
    imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7\
    ryB5peC7ryB4xeC EST5EDT,M3.2.0,M11.1.0
    America/Nome 101a,-umq,-uk0,-rs0,-p00,-m80 '-1hc7qjzB'h4yzupC'ln72taD1d7yC8uw2D6qmC6qqD6qmC6qqD6zyC6qqD6\
    qmC6qqD6qmC2leDavyC4eqD92mC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6heD6zyE6qmF6qmE6qqF6\
    qmE6qqF6qmE5yqF7imE5yqF7ryE5peF7ryE5peF7ryE5yqF7imE5yqF7imE5yqF7ryE5peF7ryE5peF7ryE5yqF7imE5yqF7imE5yqF7\
    imE5yqF7ryE5peF7ryE5peF7ryE5yqF7imE5yqF7imE5yqF7ryE5peF7ryE5peF7ryE4xeF AKST9AKDT,M3.2.0,M11.1.0
    America/Noronha,Brazil/DeNoronha -604,-5k0,-2s0 '-t85lzwB'99k8rwC6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91\
    eC3byB41qqC32mBcg2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB9c2C3vyB9leC4emB3meqC5fyB8aqC9aB\
    dheC4nyB <-02>2
    America/North_Dakota/Beulah -iuj,-jg0,-go0,-dw0 -wcyyBcwu4C7ryB5peC7ryB8dk2C1d7yB83xeC6qmB6qqC6qmB6qqC6q\
    mB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB2leCavyB4eqC92mB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6z\
    yB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7r\
    yB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB4xeC8taB4o2C8t\
    aB4o2C8taB4xeCdhaD CST6CDT,M3.2.0,M11.1.0
    America/North_Dakota/Center -irc,-jg0,-go0,-dw0 -wcyyBcwu4C7ryB5peC7ryB8dk2C1d7yB83xeC6qmB6qqC6qmB6qqC6q\
    mB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB2leCavyB4eqC92mB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6z\
    yB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqCdhaD7ryC5peD7ryC5peD7ryC5y\
    qD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC4xeD CST6CDT,M3.2.\
    0,M11.1.0
    America/North_Dakota/New_Salem -is3,-jg0,-go0,-dw0 -wcyyBcwu4C7ryB5peC7ryB8dk2C1d7yB83xeC6qmB6qqC6qmB6qq\
    C6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB2leCavyB4eqC92mB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qq\
    C6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5pe\
    C7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqCdhaD7ryC5peD7ryC5peD7ryC4xeD CST6CDT,M3\
    .2.0,M11.1.0
    America/Ojinaga -jc4,-jg0,-go0,-dw0 -i1bmB21k0C1afyB65eC5paB6s2Co202D7imC5yqD7imCdheB5yqC7ryB5peC7ryB702\
    C5fyB702C7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB56qC8taB4o2C8taB4o2C8taB4o2C8taB4o2\
    C8taB4o2C8taB4xeC8taB4o2C8taB4o2C8taB4o2C8taB4o2C8taB4xeC8taB4o2CdhaD CST6CDT,M3.2.0,M11.1.0
    America/Paramaribo -a7s,-a84,-a7o,-9q0,-8c0 '-usj4g8B'cixc0cC'5lydbkD'kcrm6cE <-03>3
    America/Phoenix,US/Arizona -kr6,-jg0,-go0 -wcyyBcwu4C7ryB5peC7ryB8dk2C'zjedoB3deC6ryB'bs6lmcC6qmB MST7
    America/Port-au-Prince -de8,-ddo,-dw0,-b40 '-15r0vxsB'e4gmngC'ylcf6cD6haC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qm\
    C5ysD7s0C5pcD7s0C5pcD7s0C5yoD7ioC5yoD7ioC5yoD7s0C5pcD7s0C5pcD7s0C5yoD7ioC5yoD7ioC2slaD7ryC5peD7ryC20liD8\
    taC4o2D8taC4o2D8taC4o2D8taCieqD8taC4o2D8taC4o2D8taC4o2D8taC4xeD8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4o2D8\
    taC4xeD8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4xeD8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC EST5EDT,M3.2\
    .0,M11.1.0
    America/Port_of_Spain -be4,-b40 '-u6m79wB AST4
    America/Porto_Acre,America/Rio_Branco,Brazil/Acre -ck0,-dw0,-b40 '-t85fg0B'99kak0C6ooB6uqC6nyB69heC51cB8\
    hcC4haB91eC4imB91eC3byB41qqC32mBcg2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB7no2C20ryB <-05\
    >5
    America/Porto_Velho -bu0,-b40,-8c0 '-t85g60B'99k8i0C6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32\
    mBcg2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB <-04>4
    America/Punta_Arenas -d4s,-d39,-dw0,-b40,-8c0 '-15r0w78B'ag6lahC'3dlssrB'157b79D'f4e0rB'49hzb9D'aye0rC5o\
    2D7umC5o2D7umC5o2D7umC5o2D7vyC5o2D3numC29eD1r3yC1w0D8280E5fyD8teE4nyD79eE5paD7s2E5paD81eE5fyD7iqE5ymD81e\
    E5fyD81eE5paD7s2E5paD7s2E5paD81eE5fyD81eE5fyD81eE5paD7s2E5paD7s2E5paD7s2E5paD81eE5fyD81eE5fyD81eE6qmD6qq\
    E5paD7s2E5paD81eE5fyD702E6haD81eE5paD7s2E5paD7s2E5paD7s2E5paD81eE5fyD81eE67yD79eE5paD79eE6zyD702E5paD81e\
    E5fyD81eE5fyD81eE5fyD81eE5paD7s2E5paD7s2E5paD81eE5fyD81eE67yD79eE5paD7s2E6haD702E7ryD3w2E9byD4o2E8taD4xe\
    E8jyD4xeEmtaD3deE <-03>3
    America/Rainy_River,America/Winnipeg,Canada/Central -hzo,-go0,-dw0 '-171bfccB'f0j80cC5fyBl9iC79aB6yyqC4x\
    aB1n5eC1d7yB8aqC5paB79eC5paB7s2C5paB7s2C5paB82qC5mmB7teC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5paB7s2C\
    5paB7s2C5paB7s2C6qmB6qqC5paBz02C5fyBz02C700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC\
    6qoB6qoC6qoB6qoC700B6hcC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6hcC700B6qoC6qoB6qoC6qoB6qoC6qoB5yoC\
    7ioB5yoC7s0B5pcC7s0B5pcC7s0B5yoC7ioB5yoC7ioB5yoC7s0B5pcC7s0B5pcC7s0B5yoC7ioB5yoC7ioB5yoC7ioB5yoC7s0B5pcC\
    7s0B5pcC7s0B5yoC7ioB5yoC7ioB5yoC7s0B5pcC7s0B5pcC7ryB4xeC CST6CDT,M3.2.0,M11.1.0
    America/Rankin_Inlet 0,-go0,-dw0 -4vuoB5rcgC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB\
    6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB\
    5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peCl9aB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB\
    4xeC CST6CDT,M3.2.0,M11.1.0
    America/Recife -6go,-8c0,-5k0 '-t85ljcB'99kb3cC6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32mBcg2\
    C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB9c2C3vyB9leC4emB3meqC5fyB8aqC9aBdheC4nyB <-03>3
    America/Regina,Canada/Saskatchewan -jdo,-jg0,-go0 '-xkq9ycB'6l1hmcC79aB4btaC5paB7s2C5paB7s2C5paB81eC5fyB\
    81eC5paBxyqC6qmB6qqC6haB702C6qmB702C6qmB6qqC6qmB4g6C1d7yB79eC6qmB79eC5paB7s2C5paB7s2C5paB81eC5fyB81eC5pa\
    B7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5paB7s2C5paBl9eC6qmB6qqC CST6
    America/Resolute 0,-go0,-dw0 -8e6oB99ogC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC\
    6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC\
    7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peCl9aB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peClimB CST\
    6CDT,M3.2.0,M11.1.0
    America/Santarem -a4o,-b40,-8c0 '-t85hvcB'99ka7cC6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3byB41qqC32mBc\
    g2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB7no2C <-03>3
    America/Santiago,Chile/Continental -d39,-dw0,-b40,-8c0 '-vauawrB'3dlssrA'157b79C'f4e0rA'49hzb9C'aye0rB5o\
    2C7umB5o2C7umB5o2C7umB5o2C7vyB5o2C3numB29eC1hhaD1nyC7yqB1w0C8280D5fyC8teD4nyC79eD5paC7s2D5paC81eD5fyC7iq\
    D5ymC81eD5fyC81eD5paC7s2D5paC7s2D5paC81eD5fyC81eD5fyC81eD5paC7s2D5paC7s2D5paC7s2D5paC81eD5fyC81eD5fyC81e\
    D6qmC6qqD5paC7s2D5paC81eD5fyC702D6haC81eD5paC7s2D5paC7s2D5paC7s2D5paC81eD5fyC81eD67yC79eD5paC79eD6zyC702\
    D5paC81eD5fyC81eD5fyC81eD5fyC81eD5paC7s2D5paC7s2D5paC81eD5fyC81eD67yC79eD5paC7s2D6haC702D7ryC3w2D9byC4o2\
    D8taC4xeD8jyC4xeDmtaC3deDa3yC3deDa3yC3deD8taC5peD7ryC5peD7ryC5peD7ryC5yqD7imC <-04>4<-03>,M9.1.6/24,M4.1\
    .6/24
    America/Santo_Domingo -cy0,-cyo,-dw0,-b40,-ci0 '-15r0we0B'mkixcoC'hiw29cD4haCzyqE4dbC941E37zCaipE31bCag1\
    E33zCaddE35bCac1D9rteC1aoD AST4
    America/Sao_Paulo,Brazil/East -8ms,-8c0,-5k0 '-t85jd8B'99k8x8C6ooB6uqC6nyB69heC51cB8hcC4haB91eC4imB91eC3\
    byB4002C4taBcg2C26mB92qC3byB92qC4fyB92qC4haB6n2qC4xaB8aqC45aB9deC3vyB9c2C3vyB9leC4emB9c2C4emB92qC45aB9le\
    C3mmB9leC4nyB8teC4nyB8teC4emB8teC4xaB8leC5emB8aqC4xaB8aqC5fyB8aqC4xaB8teC4nyB9leC3vyB92qC4emB9o2C42mB8te\
    C4nyB9leC45aB8k2C4nyB92qC4emB92qC4nyB8teC4nyB8teC4xaB8teC4emB92qC4emB92qC4nyB8teC4nyB8teC4nyB8teC4nyB9le\
    C3vyB <-03>3
    America/Scoresbysund -42g,-5k0,-2s0,0 '-rvurxkB'x8ntpkC6hcB6qkD6qmC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6\
    qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD8\
    1cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D8\
    1cC5pcD7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cCdhcB <-02>2<-\
    01>,M3.5.0/-1,M10.5.0/0
    America/Sitka 15lz,-p21,-m80,-jg0,-p00 '-1hc7qjzBcc7tC'ln701zD1d7yC8uw2D6qmC6qqD6qmC6qqD6zyC6qqD6qmC6qqD\
    6qmC2leDavyC4eqD92mC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6heD6zyE6qsC6qmE6qqC6qmE6qqC\
    6qmE5yqC7imE5yqC7ryE5peC7ryE5peC7ryE5yqC7imE5yqC7imE5yqC7ryE5peC7ryE5peC7ryE5yqC7imE5yqC7imE5yqC7imE5yqC\
    7ryE5peC7ryE5peC7ryE5yqC7imE5yqC7imE5yqC7ryE5peC7ryE5peC7ryE4xeC AKST9AKDT,M3.2.0,M11.1.0
    America/St_Johns,Canada/Newfoundland -9rg,-6zg,-9q0,-6y0,-460 '-ris3ckB5zyA7qqB79aA72kB3nyA9s2B6qmA6qqB6\
    qmA702B6haA702B6haA702B6haA702B6haA702B6qmA6qqB6qmA702B6haA702B6haA702B6haA702B6haA702B6qmA702B6haA702B6\
    haA5msC'1wfukD6haC79gD5fyC81eD5fyC81eD5fyC8aqD56mC8aqD5fyC81eD5fyC81eD19uqC8aqD5fyC81eD5fyC81eD5fyC81eD5\
    fyC8aqD5fyC7iqD5paC7s2D5paC7s2D5paC7s2D5paC7s2D5paC81eD5paC7s2D5paC7s2D5paC7s2D5paC7s2D6zyC6qqD6qmC6qqD6\
    qmC6qqD6qmC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6\
    qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC'8a2loD7imC5y\
    qE7rwC5pgD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5p\
    eD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC4xeD8taC4o2D8taC4o2D8taC4xeD8taC4o2D'c8tecC NST3:30NDT,M3.\
    2.0,M11.1.0
    America/St_Kitts -bm4,-b40 '-u6m71wB AST4
    America/St_Lucia -bao,-b40 '-u9r61cB AST4
    America/St_Thomas -c0w,-b40 '-uj7vz4B AST4
    America/St_Vincent -bc8,-b40 '-u9r5zsB AST4
    America/Swift_Current -jyw,-jg0,-go0 '-xkq9d4B'6l1h14C79aB8r1eC1d7yB7s2C67yB79eC5paB7s2C5paB7s2C5paB2uo2\
    C6qmBk82C6qmB6qqC5paB81eC5fyB3zdeC CST6
    America/Tegucigalpa -g5g,-go0,-dw0 '-pfzh6kB'yho0ikC5fyB81eC5fyB6m9eC3emB CST6
    America/Thule -cqk,-b40,-8c0 '-rvuj9gB'12yzilgC6qmB6qqC6qmB702C7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7\
    imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB4xeC AST4ADT,M3.2.0,M11.1.0
    America/Tortola -bys,-b40 '-uj7w18B AST4
    America/Vancouver,Canada/Pacific -mss,-m80,-jg0 '-18vrvv8B'hw36b8C79aB8r1eC1d7yB7s2C5paB7s2C5paB7s2C5paB\
    7s2C5paB81eC5fyB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB81eC5fyB\
    81eC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB\
    6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6heC6zyB6qqC6qmB6qqC6qmB6qqC6qmB5yqC7imB\
    5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB5yqC7imB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB\
    5peC7ryB5yqC7imB5yqC7imB5yqC7ryB5peC7ryB5peC7ryB4xeC PST8PDT,M3.2.0,M11.1.0
    America/Whitehorse,Canada/Yukon -p0c,-p00,-m80,-jg0 '-1079tnoB'97l6voC79aB7s2C5x6B8dc6C1d7yB7cpaD700B4eo\
    C5bleD6qmC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7i\
    mC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7r\
    yC5peD7ryC4xeD8taC4o2D8taC4o2D8taC4xeD8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4o2D8taC4xeD8taC4o2D8taC4o2D8t\
    aC4o2D8taC4o2D MST7
    America/Yakutat 14sh,-pvj,-p00,-m80 '-1hc7qjzB'h4yv3iC'ln720hD1d7yC8uw2D6qmC6qqD6qmC6qqD6zyC6qqD6qmC6qqD\
    6qmC2leDavyC4eqD92mC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD\
    6qmC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7imC5yqD\
    7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC4xeD AKST9AKDT,M3.2.0,M11.1.0
    Antarctica/Casey 0,m80,uk0 -dioBfbucC53uBmauC4byB1r3yCipeB7s6C5ygB7g6C5ruB'asw1oC'89wycB'ag5poC'89wycB'a\
    g5poC'84lacB <+08>-8
    Antarctica/Davis 0,jg0,dw0 -4veoB2xiaA1lj2Bfap2C5c2Bm2mC4c2B <+07>-7
    Antarctica/DumontDUrville 0,rs0 -8n5cB1w3gA1sxwB <+10>-10
    Antarctica/Macquarie 0,rs0,uk0 -qd6oB6cswC6hcBrakAaw38B7c0wC6qoB7s0C4xcB8k0C4xcB8k0C56oB8k0C4eoB92oC4o0B\
    8tcC4o0B8tcC4o0B8tcC4xcB8tcC4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC5pcB81cC5g0B81cC4o0B8tcC4o0B8tcC4o0B\
    8k0C5g0B8aoC5g0B8aoC56oB8aoC56oB8aoC5pcB700C6hcB700C6hcB700C6hcB700C6hcB700C6qoB700C6hcB700C6hcB700C6hcB\
    700C6hcB5pcC7s0B79cC6hcB700C6hcB700C6hcB700C6hcB700C6qoB6qoC6hcB79cC6qoB6qoC6qoB6qoCk80B6qoC6qoB700C6qoB\
    6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB\
    6qoC6qoB6qoC6qoB6qoC6qoB700C6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C6qoB6qoC6qoB6qoC AEST-10AEDT\
    ,M10.1.0,M4.1.0/3
    Antarctica/Mawson 0,go0,dw0 -5yuoBkx6gC <+05>-5
    Antarctica/McMurdo 0,xc0,1040 -59eoB72u4C45cB92oC4xcB8tcC4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC4xcB8tc\
    C4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC4xcB8tcC4o0B81cC5yoB7ioC5yoB7ioC5yoB7ioC680B79cC680B79cC680B79c\
    C680B7ioC5yoB7ioC5yoB7ioC680B79cC680B79cC680B7ioC5yoB7ioC5yoB7ioC680B79cC680B79cC680B79cC680B79cC NZST-1\
    2NZDT,M9.5.0,M4.1.0/3
    Antarctica/Palmer 0,-8c0,-b40,-5k0 -1vmoB26uC8g2B52mC8g2B69aC6qqB6zyC6qqB6qmC6qqB1m6mD3mmB3082C602B5paC7\
    s2B5paC81eB5fyC81eB5fyC81eB6qmC6qqB5paC7s2B5paC81eB5fyC702B6haC81eB5paC7s2B5paC7s2B5paC7s2B5paC81eB5fyC8\
    1eB67yC79eB5paC79eB6zyC702B5paC81eB5fyC81eB5fyC81eB5fyC81eB5paC7s2B5paC7s2B5paC81eB5fyC81eB67yC79eB5paC7\
    s2B6haC702B7ryC3w2B9byC4o2B8taC4xeB8jyC4xeBmtaC3deB <-03>3
    Antarctica/Rothera 0,-8c0 2lk0B <-03>3
    Antarctica/South_Pole,NZ,Pacific/Auckland wd4,vy0,yq0,xc0,1040 '-1gsoz14B'usn9z4C4emB8aqD5pbB7s1D5pbB7s1\
    D5pbB7s1D5ynB7ipD5ynB7ipD7inB5pdD7rzB5pdD7rzB5pdD7rzB5pdD7rzB5pdD81bB5g1D81bB5pdDct7zE45cD92oE4xcD8tcE4o\
    0D8tcE4o0D8tcE4o0D8tcE4o0D8tcE4o0D8tcE4xcD8tcE4o0D8tcE4o0D8tcE4o0D8tcE4o0D8tcE4o0D8tcE4xcD8tcE4o0D81cE5y\
    oD7ioE5yoD7ioE5yoD7ioE680D79cE680D79cE680D79cE680D7ioE5yoD7ioE5yoD7ioE680D79cE680D79cE680D7ioE5yoD7ioE5y\
    oD7ioE680D79cE680D79cE680D79cE680D79cE NZST-12NZDT,M9.5.0,M4.1.0/3
    Antarctica/Syowa 0,8c0 -4utcB <+03>-3
    Antarctica/Troll 0,5k0 d8mqB81cA <+00>0<+02>-2,M3.5.0/1,M10.5.0/3
    Antarctica/Vostok 0,jg0,dw0 -4ixcBdkqaAa4eBay12C <+05>-5
    Arctic/Longyearbyen,Atlantic/Jan_Mayen,Europe/Berlin 2h4,2s0,5k0,8c0 '-1421154B'c1n0x4C5o2B7asC5pcB7s0C5\
    pcB83eoCz00B5g0C700B6qoC6qoB6qoC1xaD4k0C21eB5g0C6ioB6peC1amD1taC3mqB79cC680B700C6hcBbgqoC6hcB6qoC6qoB6qo\
    C6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qo\
    C6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Asia/Aden 8bu,8c0 '-afs0buB <+03>-3
    Asia/Almaty e90,dw0,go0,jg0 '-nu1a90B'37a0d0Cj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6q\
    oD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g\
    0D81cC5pcD7s0C5pcD7s0C5pcD81cC79ikB <+05>-5
    Asia/Amman 6nk,5k0,8c0 '-kcrtbkB'm566fkC4byB7uqC5nyB7uqC5nyB7w2C6taB6peC5nyB7teC5nyB2fyqC6ryB6uqC6qmB6qq\
    C6qmB6qqC6zyB7w2C5laB7iqC5ymB76qC61aB79eC6haB6qqC6qmB6qqC67yB7iqC5yoB7ioC680B79cC680B79cC680BalcC35cB6yo\
    C6s0B6pcC6s0B6qoC6qoB6qoC7s0B5pcC7ioB680C6qoB6qoC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5pcC7s0B5pcCnbyB3mq\
    C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB4eoC <+03>-3
    Asia/Anadyr wv8,xc0,1040,12w0,uk0 '-nu1sv8B'379zj8Cj2xaD6ryCdiqB6qqC6ryB6s2C6qsB6qoC6qoB6qoC6qoB6qoC6qoB\
    6qoC6qoB6qoC6qoB6qoC700BdheE45cB2laC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB\
    5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0BdqqE5g0B <+12>-12
    Asia/Aqtau 9b4,b40,dw0,go0 '-nu15b4B'379y74Cj9paDdimC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qo\
    D6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoB6qqC6qoB700C7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5pc\
    C7s0B5pcC7s0B5pcC <+05>-5
    Asia/Aqtobe al4,b40,dw0,go0 '-nu16l4B'379zh4Cj2xaDkamC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6q\
    oD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5p\
    cD7s0C5pcD7s0C5pcD81cC <+05>-5
    Asia/Ashgabat,Asia/Ashkhabad at8,b40,dw0,go0 '-nu16t8B'379zp8Cj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6\
    qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700CdheB45cC <+05>-5
    Asia/Atyrau 9m8,8c0,dw0,go0,b40 '-nu15m8B'37a1a8Cj9p8DdimC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6q\
    oC6qoD6qoC6qoD700CdheE45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0CdqqE5g0C81cE5g0C81cE5p\
    cC7s0E5pcC7s0E5pcC <+05>-5
    Asia/Baghdad 884,880,8c0,b40 '-15r1hk4B'em11c4C'xkn3w0D5nyC6peD6taC6s2D6ryC6qqD6peC6qoD6qoC6qoD6qoC6qoD6\
    qoC6qoD6qoC6qoD700C6s4D6s0C6s0D6s0C6qoD6s0C6qoD6s0C6qoD6s0C6s0D6s0C6qoD6s0C6qoD6s0C6qoD6s0C6s0D6s0C6qoD6\
    s0C6qoD6s0C6qoD6s0C6s0D6s0C6qoD6s0C6qoD6s0C6qoD6s0C <+03>-3
    Asia/Bahrain 9d8,9q0,b40,8c0 '-eukpd8B'1a1eb8CaoenD <+03>-3
    Asia/Baku 98c,8c0,b40,dw0 '-nu158cB'h4tkwcC91taD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD\
    6qoC6qoD6qoC6qoD700CdheB6qoC1i6sD7s0C5paD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0\
    D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD7s0C <+04>-4
    Asia/Bangkok im4,jg0 '-pysda4B <+07>-7
    Asia/Barnaul fic,go0,jg0,m80 '-q4ljicB'5hu6ucCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6\
    qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD2buC4ewB700C7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C8\
    1cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C1chaBj6qC <+07>-7
    Asia/Beirut 6ko,5k0,8c0 '-1ayy98oB'kzyucoC7taB5xeC6ryB6g2C79aB79eC5fyBcmuqC5nyB7uqC5nyB7uqC5nyB7w2C5nyB7\
    uqC5nyB412qC3qmB7uqC5nyB7uqC5nyB7uqC5nyB7w2C5nyB7uqC5nyB7teC5nyB23k2C67yB7aqC67yB7aqC67yB7aqC67yB8heC52m\
    B7mqC5vyB7aqC67yB7aqC67yB7c2C5ryB6heC6qmB6qqC6qmB6qqC6qmB702C6qmB6qqC6qmB6qqC6qmB6qqC EET-2EEST,M3.5.0/0\
    ,M10.5.0/0
    Asia/Bishkek dtc,dw0,go0,jg0 '-nu19tcB'379zxcCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6\
    qoD6qoC6qoD6qoC6qoD700CceoB8byC67yB79eC67yB79eC67yB79eC67yB79eC6haB6qvC7ryB5peC7ryB5peC81aB5g2C81aB5g2C8\
    1aB5peC7ryB5peC7ryB5peC81aB5g2C <+06>-6
    Asia/Brunei la4,ku0,m80 '-mvofy4B'3khxs4C <+08>-8
    Asia/Calcutta,Asia/Kolkata gd4,gcw,eva,fa0,i20 '-1oaa314B'83glc8C'isc6tmD'innm9aE8daD41eE167yD IST-5:30
    Asia/Chita l0g,m80,p00,rs0 '-q4cfogB'5hkxggCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qo\
    D6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0\
    D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D1chaBj6sC <+09>-9
    Asia/Choibalsan,Asia/Ulaanbaatar,Asia/Ulan_Bator jsk,jg0,m80,p00 '-xmcrskB'11sncckC1yymD6ryC6s2D6qmC6qqD\
    6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC702D6qmC6qqD6qmC6qqD\
    6qmCyyuD5paC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6zyC36uqD6qiC6quD6qiC <+08>-8
    Asia/Chongqing,Asia/Chungking,Asia/Harbin,Asia/Shanghai,PRC mhj,m80,p00 '-100eztjB'9jeyxjC6byB7rleC4ymB5\
    o2C8laB3c2C1cimB9g2C55aB79eC7emB6qqC5nyB7uqCzyBdvmuC4xaB7s2C5paB81eC5fyB81eC5paB7s2C5paB7s2C5paB CST-8
    Asia/Colombo esc,esk,fa0,go0,i20 '-1ayyhgcB'dkh6nsC'isle6kD8unE169fCj0laE5pbD3k2pC <+0530>-5:30
    Asia/Dacca,Asia/Dhaka gqs,gcw,i20,fa0,go0,jg0 '-15r1q2sB'r080dwC'bmgywD41eC3etaElounF780E <+06>-6
    Asia/Damascus 6q0,5k0,8c0 '-q3gk20B'5k6q0C67yB79eC67yB79eC67yB79eC6haBehmqC5qmB7uqC5mmB7xeC5nyB7uqC5mmB7\
    mqC5xaB7uqC5nyB7w2C5nyB7uqC5nyB7uqC5nyB7uqC5nyB7w2C5nyB7uqC5nyB7uqC5nyB7uqC5nyB7w2C5nyB7uqC4jyB8yqC4jyB1\
    q9eC6haB72qC6haBimqC8paB5aqC91aB51eC8imB5leC6taB6qqC6qmB6ryC6ryB71eC6imB6iqC6ryB6yqC6ryB6qqC6ryB6s2C6ryB\
    6peC6taB6o2C6umB6qqC6ryB6s2C6ryB6qqC6ryB6qqC6ryB6qqC6ryB6s2C6ryB6qqC6ryB6qqC6fyB702C81aB5peC7taB5eqC81aB\
    5peC7ryB5peC7ryB5peC7ryB5peC7ryB5peC81aB5g2C81aB5g2C81aB5peC7ryB5peC7ryB5peC7ryB5peC81aB5g2C81aB5g2C <+0\
    3>-3
    Asia/Dili n98,m80,p00 -lsn4BbbryCcuk0B95qqC <+09>-9
    Asia/Dubai a8o,b40 '-q3gnkoB <+04>-4
    Asia/Dushanbe cqo,dw0,go0,jg0 '-nu18qoB'379yuoCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC\
    6qoD6qoC6qoD6qoC6qoD700CcqqB <+05>-5
    Asia/Famagusta 6ac,5k0,8c0 '-p4bqacB'rvhy2cC6qmB802C5imB6g2C6haB702C6ryB6peC6qmB702C6haB6qqC6qmB6qqC6qmB\
    6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB\
    702C6qmB6qqC6qmB6qqC7s6B5pcC81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B\
    5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC7s0B5pcClioB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB\
    5g0C81cB5pcC7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB\
    5pcC7s0B5pcC7s0B EET-2EEST,M3.5.0/3,M10.5.0/4
    Asia/Gaza 6ds,5k0,8c0 '-1054x1sB'kp9t1sC4ioB1qoCqg0B5lcC7xcB5moC7xcB65cC7dcB65cC7dcB3ybwC5byB7uqC5nyB7us\
    C5mqB7xaC5mqB7vyC5mqB7vyC5mqB7vyC5mqB7xaC5mqB7vyC5mqB7vyC5o2B7umC1akB2nw2C3mmB702C4xaB1umqC1k0B1d9cC45cB\
    8k0C56mB9leC45aB85eC5laB7s2C5fyB8teC4nyB7iqC5paB7s2C5ymB7s2C5ymB7peC5ryB7peC5imB7yqC5ryB7yqC680B79cC680B\
    79cC680B7s0C6qmB702C6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC680B79cC6deB6mmC6fyB72qC642B7amC5paB7s2C5yoB'ahs1oC'\
    71micB'bzk5oC'69uicB8yqC6hcB700C6qmB6qqC7ryB5qqC7qoB5qqC81aB5g2C81aB5g2C81aB5o0C7taB5peC7s0B5pcC800B5ioC\
    802B6qqC6qmB6heC6zyB682C79aB5peC7ryB5peC81aB5g2C81aB5g2C81aB5peC7ryB5peC7ryB5peC81aB5g2C81aB5g2C81aB5g2C\
    81aB5peC7imB5yqC79aB682C6qmB6qqC6haB702C5ymB1teC9aB5peC5fyB1k2CryB5peC56mB1k2C11aB5peC4nyB1teC1amB5peC4e\
    mB1k2C22mB5g2C45aB1k2C2byB5g2C3mmB1teC2laB5peC33yB1k2C33yB5peC2laB1teC3daB5peC2byB1k2C45aB5g2C22mB1k2C4e\
    mB5g2C1jyB1teC4nyB5peC11aB1k2C56mB5peCimB1teC5fyB5peC9aB1teC5paB79eC6haB6qqC6qmB682C79aB5yqC7imB5peC7ryB\
    5peC81aB5g2C81aB5g2C81aB5g2C81aB5peC7ryB5peC7ryB5peC81aB5g2C81aB5g2C7ryB5yqC79aB682C6zyB6heC6haB702C67yB\
    1k2C9aB5g2C5ymB1k2CimB5g2C5fyB1teCryB5peC4xaB1k2C1amB5peC4emB1teC1jyB5peC45aB1teC22mB5g2C3vyB1k2C2laB5g2\
    C3daB1teC2umB5peC2umB1k2C3daB5peC2laB1k2C3mmB5peC22mB1teC3vyB5peC1taB1k2C4nyB5g2C1amB1teC4xaB5g2C11aB1te\
    C56mB5peCimB1k2C5paB EET-2EEST,M3.4.4/50,M10.4.4/50
    Asia/Hebron 6hz,5k0,8c0 '-1054x5zB'kp9t5zC4ioB1qoCqg0B5lcC7xcB5moC7xcB65cC7dcB65cC7dcB3ybwC5byB7uqC5nyB7\
    usC5mqB7xaC5mqB7vyC5mqB7vyC5mqB7vyC5mqB7xaC5mqB7vyC5mqB7vyC5o2B7umC1akB2nw2C3mmB702C4xaB1umqC1k0B1d9cC45\
    cB8k0C56mB9leC45aB85eC5laB7s2C5fyB8teC4nyB7iqC5paB7s2C5ymB7s2C5ymB7peC5ryB7peC5imB7yqC5ryB7yqC680B79cC68\
    0B79cC680B7s0C6qmB702C6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC680B79cC6deB6mmC6fyB72qC642B7amC5taB7o2C5yoB7ioC53\
    yB'bzk5oC'69uicB12qC15aB6qqC6hcB700C6qmB6qqC7ryB5qqC7qoB5qqC81aB5g2C81aB5g2C81aB5o0C7taB5peC7s0B5pcC800B\
    5ioC802B6qqC6qmB6heC6zyB682C79aB5peC7ryB5peC81aB5g2C81aB5g2C81aB5peC7ryB5peC7ryB5peC81aB5g2C81aB5g2C81aB\
    5g2C81aB5peC7imB5yqC79aB682C6qmB6qqC6haB702C5ymB1teC9aB5peC5fyB1k2CryB5peC56mB1k2C11aB5peC4nyB1teC1amB5p\
    eC4emB1k2C22mB5g2C45aB1k2C2byB5g2C3mmB1teC2laB5peC33yB1k2C33yB5peC2laB1teC3daB5peC2byB1k2C45aB5g2C22mB1k\
    2C4emB5g2C1jyB1teC4nyB5peC11aB1k2C56mB5peCimB1teC5fyB5peC9aB1teC5paB79eC6haB6qqC6qmB682C79aB5yqC7imB5peC\
    7ryB5peC81aB5g2C81aB5g2C81aB5g2C81aB5peC7ryB5peC7ryB5peC81aB5g2C81aB5g2C7ryB5yqC79aB682C6zyB6heC6haB702C\
    67yB1k2C9aB5g2C5ymB1k2CimB5g2C5fyB1teCryB5peC4xaB1k2C1amB5peC4emB1teC1jyB5peC45aB1teC22mB5g2C3vyB1k2C2la\
    B5g2C3daB1teC2umB5peC2umB1k2C3daB5peC2laB1k2C3mmB5peC22mB1teC3vyB5peC1taB1k2C4nyB5g2C1amB1teC4xaB5g2C11a\
    B1teC56mB5peCimB1k2C5paB EET-2EEST,M3.4.4/50,M10.4.4/50
    Asia/Ho_Chi_Minh,Asia/Saigon jqu,jg0,m80,p00 '-umdqeuB'gj25iuCtryD6c0Blc4C33lcB1oxaC5syoB <+07>-7
    Asia/Hong_Kong,Hongkong l56,m80,p00,nm0 -ohn2Bdrg4C400D355C1gqrB5paC8avB4xcC8k0B5pcC6qoB5pcC7s0B5pcC7s0B\
    5pcC7s0B5yoC7s0B5pcC7ryB56qC8amB56qC8jyB4xeC8jyB56qC8amB56qC8amB56qC8amB56qC8jyB4xeC8jyB4xeC8jyB56qC8amB\
    56qC8amB682C6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB2leCavyB6qqC6qmB6qqC6qmB\
    yqqC5ymB HKT-8
    Asia/Hovd gz0,go0,jg0,m80 '-xmcoz0B'11sncb0C1yymD6ryC6s2D6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qq\
    D6zyC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC6qqD6qmC702D6qmC6qqD6qmC6qqD6qmCyyuD5paC6qqD6qmC6qqD6qmC6qqD6qmC6qq\
    D6qmC6qqD6zyC36uqD6qiC6quD6qiC <+07>-7
    Asia/Irkutsk jb5,jg0,m80,p00 '-q28gn5B'5fh175Cj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6\
    qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5\
    g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D1chaC <+08>-8
    Asia/Istanbul,Europe/Istanbul,Turkey 5d4,5ew,5k0,8c0,b40 '-1ayy814B'g1oam8C'2wvx6wD5nyC1b6qD7taC5xeD6ryC\
    6g2D79aClleD57yC7uqD5nyC5jiqD3laC22qDavyC742D1bmmC8qqD4imC7g2D67yC79eD67yC702D6haC79eD6haC79eD67yC41peDh\
    haC7c2D55aC39asD5pcC5g2D81aC55eD8byC56qD8amC5peD79aC682D202mE2byDeo2C6aoD5yoC6s0D6qoC6qoD6qoC6qoD6qoC6qo\
    D6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6hcD700C6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pc\
    D7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g4D81cC5pcD7s0C5pcD7s0C5pcD81cC5hcD800C5g0D81cC5pcD7s0C5qoD7qoC5pc\
    D8aoC56oD <+03>-3
    Asia/Jakarta js0,kdc,ku0,p00,m80,jg0 '-o0bdpcB3bioC'4wdzjcD1belCz83Er1bC54xdF WIB-7
    Asia/Jayapura q20,p00,qe0 '-jebm20B'66bqe0C79inB WIT-9
    Asia/Jerusalem,Asia/Tel_Aviv,Israel 6iu,6ig,5k0,8c0,b40 '-1ayy96uB'jtxuoeC'bp5aigD4ioC1qoDqg0C5lcD7xcC5m\
    oD7xcC65cD7dcC65cD7dcCl2oE3qoD29cC6pcD6tcC65cD5moC7c0D8aoC5yoD6qoC6hcD5pcCa40D3dcCa40D3dcC9uoD4eoC7s0D5g\
    0C6b3wD3mmC702D4xaC1umqD1k0C1d9cD45cC8k0D56mC9leD45aC85eD5laC7s2D5fyC8teD4nyC7iqD5paC7s2D5ymC7s2D5ymC7pe\
    D5ryC7peD5imC7yqD5ryC76qD6umC6w2D6jyC6xeD6amC7piD5paC8aqD6h8C6uqD67yC6w2D73yC6deD6zyC6xeD67yC72sD72mC6eq\
    D6taC6o2D6amC76qD72mC6eqD6taC6o2D6amC7g2D6taC6o2D6jyC6xeD IST-2IDT,M3.4.4/26,M10.5.0
    Asia/Kabul ctc,b40,ci0 '-15r1m5cB'spc1pcC <+0430>-4:30
    Asia/Kamchatka tdo,uk0,xc0,1040 '-olrupoB'3z045oCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6q\
    oC6qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81\
    cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0CdqqB5g0C <+12>-12
    Asia/Karachi cf0,fa0,i20,dw0,go0 '-wvpb30B'im3zt0C167yB28leDizepE6qmD24heE5nyD642E7emD PKT-5
    Asia/Kashgar,Asia/Urumqi g7w,go0 '-lx5pjwB <+06>-6
    Asia/Kathmandu,Asia/Katmandu fss,fa0,fz0 '-q3gt4sB'yg2lusC <+0545>-5:45
    Asia/Khandyga p3p,m80,p00,rs0,uk0 '-q4cjrpB'5hl1jpCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD\
    6qoC6qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D\
    81cC5g0D81cC5pcD7s0C5pcD7s0C2h8D382E81cD5g0E81cD5g0E81cD5g0E81cD5pcE7s0D5pcE7s0D5pcE81cD5g0E6aiD166uC <+\
    09>-9
    Asia/Krasnoyarsk h72,go0,jg0,m80 '-q37l72B'5gg8j2Cj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6\
    qoC6qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D8\
    1cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D1chaC <+07>-7
    Asia/Kuala_Lumpur ity,j8d,jg0,kdc,ku0,p00,m80 '-100ew5yB'2ax69lC'eeb94dD'4it32oE'8n3jcF1calEdn42G <+08>-\
    8
    Asia/Kuching kfk,ku0,m80,n5c,p00 '-mvof3kB'3khwxkC10inD'4ohqoC'e5a9cD'4ohqoC'e3flcD'4ohqoC'e3flcD'4ohqoC\
    'e3flcD'4ohqoC'e5a9cD'4ohqoC'e3flcD'4ohqoC'3ajlcE1camC <+08>-8
    Asia/Kuwait 8vw,8c0 '-afs0vwB <+03>-3
    Asia/Macao,Asia/Macau l0y,m80,p00,rs0 '-y0i2cyB'jdvyoyC4taD7fyC62qD5nyCr2sB7uoC5o0B7g0C8c0B5pcC6qoB5o0C7\
    s0B5pcC7s0B5pcC7tcB5xcC7s0B5pcC7s0B56oC8aoB56oC8k0B4xcC8k7B56qC8amB56qC8amB56qC8amB56qC8jyB4xeC8jyB4xeC8\
    jyB56qC8amB56qC8amB682C6qkB6qsC6qkB6qsC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB2leCavyB6qqC6\
    qmB6qqC6qmByqqC5ymB CST-8
    Asia/Magadan rxc,rs0,uk0,xc0 '-nu1nxcB'37a05cCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6\
    qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5\
    g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D1chaBk84C <+11>-11
    Asia/Makassar,Asia/Ujung_Pandang m40,m80,p00 '-jebi40B'4u87w0C1cymB WITA-8
    Asia/Manila -189k,meg,m80,p00 '-1t8ix2gB'sjc9igCdykoD2taC1uheD1hjyC3542D1zyC8kleD6laC4r9eD2jyC PST-8
    Asia/Muscat auo,b40 '-q3go6oB <+04>-4
    Asia/Nicosia,Europe/Nicosia 66g,5k0,8c0 '-p4bq6gB'rvhxygC6qmB802C5imB6g2C6haB702C6ryB6peC6qmB702C6haB6qq\
    C6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6qmB6qqC6zyB6qqC6qmB6qqC6qmB6qqC6qmB6qq\
    C6qmB6qqC6qmB702C6qmB6qqC6qmB6qqC7s6B EET-2EEST,M3.5.0/3,M10.5.0/4
    Asia/Novokuznetsk g5c,go0,jg0,m80 '-nu36tcB'37bu5cCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD\
    6qoC6qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D\
    81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0CdqqB5g0C <+07>-7
    Asia/Novosibirsk fcs,go0,jg0,m80 '-q4do0sB'5hmbcsCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6\
    qoC6qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD22iC4o8B6qoC6qoB6qoC6qoB700C7s0B5pcC7s0B5pcC7s0B5pcC81cB5\
    g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C1chaBnleC <+0\
    7>-7
    Asia/Omsk dl6,dw0,go0,jg0 '-q5xmx6B'5j6d16Cj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD\
    6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D\
    81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D1chaC <+06>-6
    Asia/Oral 9ic,8c0,dw0,go0,b40 '-nu15icB'37a16cCj2x8DkamC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC\
    dheE6qoC700E6qoC6qoE45cC9c0E6qoC6qoE6qoC6qoE6qoC6qoE700C7s0E5pcC7s0E5pcC7s0E5pcC81cE5g0C81cE5g0C81cE5pcC\
    7s0E5pcC7s0E5pcC <+05>-5
    Asia/Phnom_Penh jfg,jqu,jg0,m80,p00 '-x568rgB'2isicmC'gj25iuDtryE6c0C <+07>-7
    Asia/Pontianak k8w,ku0,p00,m80,jg0 '-jebg8wB'4tnu2wC1dd9Bz83Dr1bB54xdD90nzE WIB-7
    Asia/Pyongyang nac,nm0,p00 '-w895ycB'1yh10cC12xqnB10tcC KST-9
    Asia/Qatar 9jk,b40,8c0 '-q3gmvkB'rctnrkC <+03>-3
    Asia/Qostanay bs4,b40,dw0,go0 '-nu17s4B'37a0o4Cj2xaDkamC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC\
    6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC\
    5pcD7s0C5pcD7s0C5pcD7hjuC <+05>-5
    Asia/Qyzylorda c4g,b40,dw0,go0 '-nu184gB'37a10gCj2xaDkamC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qo\
    C6qoD6qoC6qoD700ChmoD9c0C6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0\
    C5pcD7s0C5pcD5jaiC <+05>-5
    Asia/Rangoon,Asia/Yangon htb,i20,p00 '-q3gv5bB'bnjp3bC14nvB <+0630>-6:30
    Asia/Riyadh 8ng,8c0 '-bwgbbgB <+03>-3
    Asia/Sakhalin qfc,p00,uk0,xc0,rs0 '-xl87rcB'kvnarcCddl8D6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD\
    6qoC6qoD6qoC6qoD6qoC6qoD700CdheE45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0CdheE5pcC7s0E5pcC81cE5g0C81cE\
    5g0C81cE5pcC7s0E5pcC7s0E5pcC81cE5g0C81cE5g0C81cE5g0C81cE5pcC7s0E5pcC7s0E5pcC81cE5g0C1chaEj6qC <+11>-11
    Asia/Samarkand ceh,b40,dw0,go0 '-nu18ehB'37a1ahCj2xaDkamC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qo\
    C6qoD6qoC6qoD700C6qoD6qoC <+05>-5
    Asia/Seoul,ROK nig,nm0,p00,rs0,qe0 '-w8966gB'1yh18gCdomnD3umC7heD5ymC7heD5zyC8teD4nyCy82Bf6pE4paB9eqE4xa\
    B81eE56mB8aqE56mB8aqE56mB8aqE56mBc2qC9oarD5pcC7s0D5pcC KST-9
    Asia/Singapore,Singapore j8d,jg0,kdc,ku0,p00,m80 '-xphpwdB'eeb94dC'4it32oD'8n3jcE1calDdn42F <+08>-8
    Asia/Srednekolymsk sgs,rs0,uk0,xc0 '-nu1ogsB'37a0osCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qo\
    D6qoC6qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0\
    D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D1chaC <+11>-11
    Asia/Taipei,ROC mi0,m80,p00 '-12mch60B'lsd1m0C2zuoB8qoC55aB79eC7emB6qqC5nyB7uqC5nyB7uqC5nyB7uqC5nyB5mqC9\
    2mB5leC7xaB5leC7xaB5leC6ryB6s2C6ryB6qqC6ryB6qqC6ryB6qqC6ryB91eC4imB902C4imB4p2qC6ryB6qqC6ryB1epeC3emB CS\
    T-8
    Asia/Tashkent ctz,dw0,go0,jg0 '-nu18tzB'379yxzCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC\
    6qoD6qoC6qoD6qoC6qoD700CdheB <+05>-5
    Asia/Tbilisi 8an,8c0,b40,dw0 '-nu14anB'h4tjynC91taD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6\
    qoD6qoC6qoD6qoC6qoD700CdheB6qkC6qmB6qqC6qmB6qqCdhaD6qmC702Dl9aC5peD7ryC5peD81aC5g2D81aC5g2D81aC5peD7ryC5\
    peD7ryC5peD3daC4o8B5g0C <+04>-4
    Asia/Tehran,Iran 9iw,9q0,ci0,b40,dw0 '-i18hiwB'lsvh0wC7w0D5qpE4xcD3moB7apC49aB6teC6vyB3zheC59aB6qqC6taB6\
    peC6taB6peC6taB6peC6taB6peC6taB6qqC6taB6peC6taB6peC6taB6peC6taB6qqC6taB6peC6taB6peC6taB6peC6taB6qqC6taBx\
    qqC6taB6qqC6taB6peC6taB6peC6taB6peC6taB6qqC6taB6peC6taB6peC6taB6peC6taB6qqC6taB6peC6taB6peC6taB6peC6taB6\
    qqC6taB6peC6taB <+0330>-3:30
    Asia/Thimbu,Asia/Thimphu glo,fa0,go0 '-bojcloB'kxymnoC <+06>-6
    Asia/Tokyo,Japan pvn,p00,rs0 -ut9uBmo5cC4xcB7ioC5yoB8tcC4o0B8tcC4o0B JST-9
    Asia/Tomsk fqf,go0,jg0,m80 '-q3zbqfB'5h7z2fCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qo\
    D6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0\
    D81cC5pcD15cC6mqB5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C1chaBliqC <+07>-7
    Asia/Ust-Nera qiu,m80,p00,xc0,uk0,rs0 '-q4cl6uB'5hl2yuCj2xaD6ruE6qqD6ryE6qqD6ryE6s2D6qsE6qoD6qoE6qoD6qoE\
    6qoD6qoE6qoD6qoE6qoD6qoE6qoD700EdheF45cE2laD6qoE6qoD6qoE6qoD6qoE6qoD6qoE700D7s0E5pcD7s0E5pcD7s0E5pcD81cE\
    5g0D81cE5g0D81cE5pcD7s0E5pcD7s0E5pcD81cE5g0D81cE5g0D81cE5g0D81cE5pcD7s0E5pcD7s0E5pcD81cE5g0D6aiE166uF <+\
    10>-10
    Asia/Vientiane j00,jqu,jg0,m80,p00 '-x568c0B'2ishx6C'gj25iuDtryE6c0Clc4D30qmC <+07>-7
    Asia/Vladivostok of7,p00,rs0,uk0 '-oligf7B'3yqvf7Cj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6\
    qoC6qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D8\
    1cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D1chaC <+10>-10
    Asia/Yakutsk o0y,m80,p00,rs0 '-q4cioyB'5hl0gyCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6\
    qoD6qoC6qoD6qoC6qoD700CdheB45cC2laD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5\
    g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D1chaC <+09>-9
    Asia/Yekaterinburg b89,af5,b40,dw0,go0 '-rx5hw9B'1kybx4C'5pfyv5Dj2xaE6ryD6qqE6ryD6qqE6ryD6s2E6qsD6qoE6qo\
    D6qoE6qoD6qoE6qoD6qoE6qoD6qoE6qoD6qoE700DdheC45cD2laE6qoD6qoE6qoD6qoE6qoD6qoE6qoD700E7s0D5pcE7s0D5pcE7s0\
    D5pcE81cD5g0E81cD5g0E81cD5pcE7s0D5pcE7s0D5pcE81cD5g0E81cD5g0E81cD5g0E81cD5pcE7s0D5pcE7s0D5pcE81cD5g0E1ch\
    aD <+05>-5
    Asia/Yerevan 88o,8c0,b40,dw0 '-nu148oB'h4tjwoC91taD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6\
    qoD6qoC6qoD6qoC6qoD700CdheB6qoC6qoB6qoC6qoB6qoC6qoB6qoCr7yD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5\
    pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC <+04>-4
    Atlantic/Azores -4r4,-5aw,-5k0,-2s0,0,2s0 '-18vsdwwB'em124wC1odaD51eC4g0D8fyC52qD8fyC52qD8fyC542D8fyC52q\
    D8fyCxw0D6c0CkqoD680C700D6hcC79cD6hcC79cD680CkqoD680C6qoD6qoCkhcD6qoC6hcD700C79cD680C6qoD6qoC6hcD700C79c\
    D81cC3moD8dcC6o0D6s0C5xcD1jyE45cD2leC56oD1amE4xcD2c2C4xcD1jyE4o0D2c2C4xcD1jyE4o0D2c2C5yoD6qoC6quD6qoC6qo\
    D6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qo\
    D6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD607uE6qoD6qoE6qoD6qoE700D6qoE6qoD6qoE6qoD6qoE6qoD6qoE6qoD6qoE6q\
    oD6qoE700D6qoE6qoD6qoE6qoD3deE3daF300E3qoD6qoE6qoD6qoE6qoD700E <-01>1<+00>,M3.5.0/0,M10.5.0/1
    Atlantic/Bermuda -c06,-986,-b40,-8c0 '-rivvzuB6laA782B5qmA48s6C'69z5ruDadaC5peD8amC4xeD8taC4o2D8taCkqqD4\
    emC9c2D3vyC9leD3vyC9uqD3mmC9uqD3mmC9uqD3vyC1eaqD5paC6kpeD6qmC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qq\
    D6qmC6qqD6qmC6qqD6zyC6heD6zyC6qqD6qmC6qqD6qmC6qqD6qmC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yq\
    D7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5peD7ryC5yqD7imC5yqD7imC5yqD7ryC5peD7ryC5pe\
    D7ryC4xeD AST4ADT,M3.2.0,M11.1.0
    Atlantic/Canary -2uo,-2s0,0,2s0 '-oytbtcB'ctvupcCclekD6heC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6q\
    oC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D WET0WEST,M3.5.0/1,M10.5.0
    Atlantic/Cape_Verde -4cs,-5k0,-2s0 -lsmkBbiuoC167yBbbc6C <-01>1
    Atlantic/Faeroe,Atlantic/Faroe -194,0,2s0 '-wcehewB'127keuwC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB\
    6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C WET0WEST,M3.5.0/1,M10.5.0
    Atlantic/Madeira -34o,-2s0,0,2s0 -lsmmB1odaC51eB4g0C8fyB52qC8fyB52qC8fyB542C8fyB52qC8fyBxw0C6c0BkqoC680B\
    700C6hcB79cC6hcB79cC680BkqoC680B6qoC6qoBkhcC6qoB6hcC700B79cC680B6qoC6qoB6hcC700B79cC81cB3moC8dcB6o0C6s0B\
    5xcC1jyD45cC2leB56oC1amD4xcC2c2B4xcC1jyD4o0C2c2B4xcC1jyD4o0C2c2B5yoC6qoB6quC6qoB6qoC6qoB6qoC6qoB6qoC6qoB\
    6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB\
    6qoC6qoB6qoC6qoB6qoC60h6D6hcC6qoD6qoC6qoD700C6qoD6qoC6qoD6qqC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qo\
    D6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D WET0WEST,M3.5.0/1,M10.5.0
    Atlantic/Reykjavik -42o,-2s0,0 '-wcwx9cB'4rpd9cC902B4imC9yqB3jyC9yqBi5aC3iqB6phaC6qsB4eqC9byB4eoC92oB4o0\
    C8k0B4xcC8k0B4xcC8k0B4xcC8tcB4o0C8tcB5yoC7ioB5yoC7ioB5yoC7s0B5pcC7ioB5yoC7s0B5yoC7ioB5yoC7ioB5yoC7ioB5yo\
    C7ioB5yoC7s0B5yoC7ioB5yoC7ioB5yoC7ioB5yoC7ioB5yoC7ioB5yoC7s0B5yoC7ioB5yoC7ioB5yoC7ioB5yoC7ioB5yoC7s0B5yo\
    C GMT0
    Atlantic/South_Georgia -6rk,-5k0 '-15r12kgB <-02>2
    Atlantic/St_Helena -120,0 '-9wztm0B GMT0
    Atlantic/Stanley -apo,-b40,-8c0,-5k0 '-u63pacB'dbvxqcC6haB702C6haB79eC6haB702C6haB702C6haB702C3jyBf5k2C5\
    fyD81aC56qD8amCd82B5g2C81aB5g2C81aB5g2C81aB5g2C8amB56qC8amB5g2C81aB5g2C81aB5g2C81aB5g2C81aB5g2C8amB5g2C8\
    1aB5g2C81aB5g2C81aB5g2C81aB5g2C81eB56qC8jyB4xeC8jyB56qC8amB56qC8amB56qC8amB56qC8amB56qC8jyB56qC8amB56qC8\
    amB56qC <-03>3
    Australia/ACT,Australia/Canberra,Australia/NSW,Australia/Sydney s04,rs0,uk0 '-133j5c4B'bfqds4C32oB9b40C3\
    80B6qoC6qoB700C6hcBadc0C4eoB92oC4o0B8tcC4o0B8tcC4o0B8tcC4xcB8tcC4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC\
    5yoB7s0C4o0B8tcC4o0B8tcC4o0B8tcC56oB81cC5g0B8aoC5g0B8aoC56oB8aoC4o0B8tcC4o0B8tcC4o0B8tcC4xcB8tcC4o0B8tcC\
    4o0B8tcC5pcB7s0C5pcB7s0C5pcB7s0C5pcB81cC5g0B5pcC7s0B81cC5pcB7s0C5pcB7s0C5pcB81cC5g0B81cC5pcB7s0C5g0B81cC\
    5yoB AEST-10AEDT,M10.1.0,M4.1.0/3
    Australia/Adelaide,Australia/South pnw,p00,qe0,t60 '-133j2zwB'27qdzwC6n1fD32oC9b40D380C6qoD6qoC700D6hcCa\
    dc0D4eoC92oD4o0C8tcD4o0C8tcD4o0C8tcD4xcC8tcD4o0C8tcD4o0C8tcD4o0C8tcD4o0C8tcD4o0C8tcD4xcC8tcD4o0C8tcD4o0C\
    8tcD4o0C8tcD56oC81cD5g0C8aoD5g0C8aoD56oC8aoD56oC8aoD4o0C8tcD5g0C81cD4xcC8tcD56oC8aoD5g0C81cD5pcC7s0D5pcC\
    7s0D5pcC7s0D5pcC81cD5g0C81cD5g0C81cD5pcC7s0D5pcC7s0D5pcC81cD5g0C81cD5pcC7s0D5g0C81cD5yoC ACST-9:30ACDT,M\
    10.1.0,M4.1.0/3
    Australia/Brisbane,Australia/Queensland sc8,rs0,uk0 '-1354kc8B'bhbss8C32oB9b40C380B6qoC6qoB700C6hcBadc0C\
    4eoB6n1cC4o0B8tcC4o0B8tcC4o0B AEST-10
    Australia/Broken_Hill,Australia/Yancowinna q70,rs0,p00,qe0,t60 '-133j3j0B't9nr0C10c2D6n1fE32oD9b40E380D6\
    qoE6qoD700E6hcDadc0E4eoD92oE4o0D8tcE4o0D8tcE4o0D8tcE4xcD8tcE4o0D8tcE4o0D8tcE4o0D8tcE4o0D8tcE4o0D8tcE5yoD\
    7s0E4o0D8tcE4o0D8tcE4o0D8tcE56oD81cE5g0D8aoE5g0D8aoE56oD8aoE4o0D8tcE4o0D8tcE4o0D8tcE4xcD8tcE4o0D8tcE4o0D\
    8tcE5pcD7s0E5pcD7s0E5pcD7s0E5pcD81cE5g0D81cE5g0D81cE5pcD7s0E5pcD7s0E5pcD81cE5g0D81cE5pcD7s0E5g0D81cE5yoD\
     ACST-9:30ACDT,M10.1.0,M4.1.0/3
    Australia/Currie,Australia/Hobart,Australia/Tasmania ra4,rs0,uk0 '-12smja4B'b03ee4C6hcB81cC4o0B8tcC4o0B8\
    kxcC380B6qoC6qoB700C6hcB8u40C6qoB7s0C4xcB8k0C4xcB8k0C56oB8k0C4eoB92oC4o0B8tcC4o0B8tcC4o0B8tcC4xcB8tcC4o0\
    B8tcC4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC5pcB81cC5g0B81cC4o0B8tcC4o0B8tcC4o0B8k0C5g0B8aoC5g0B8aoC56oB8aoC56o\
    B8aoC5pcB700C6hcB700C6hcB700C6hcB700C6hcB700C6qoB700C6hcB700C6hcB700C6hcB700C6hcB5pcC7s0B79cC6hcB700C6hc\
    B700C6hcB700C6hcB700C6qoB6qoC6hcB79cC AEST-10AEDT,M10.1.0,M4.1.0/3
    Australia/Darwin,Australia/North o88,p00,qe0,t60 '-133j1k8B'27qck8C6n1fD32oC9b40D380C6qoD6qoC700D6hcC AC\
    ST-9:30
    Australia/Eucla nv4,ob0,r30 '-12nxx74B'b05944C32oB9b40C380B6qoC6qoBbv9cC4o0B396oC4o0B2w80C3w0B5jmoC45cB8\
    1cC5pcB7s0C5pcB <+0845>-8:45
    Australia/LHI,Australia/Lord_Howe tgk,rs0,t60,vy0,uk0 '-133j6skB'18x8f0kC8tfD4xaC8teD4nyC8teD4nyC8teD4ny\
    C8teE56nC81dE5fzC8apE5fzC8apE56nC8apE4nzC8tdE4nzC8tdE4nzC8tdE4xbC8tdE4nzC8tdE4nzC8tdE5pbC7s1E5pbC7s1E5pb\
    C7s1E5pbC81dE5fzC5pdE7rzC81dE5pbC7s1E5pbC7s1E5pbC81dE5fzC81dE5pbC7s1E5fzC81dE5ynC <+1030>-10:30<+11>-11,\
    M10.1.0,M4.1.0
    Australia/Lindeman rl8,rs0,uk0 '-1354jl8B'bhbs18C32oB9b40C380B6qoC6qoB700C6hcBadc0C4eoB6n1cC4o0B8tcC4o0B\
    8tcC4o0B8tcC4xcB8tcC4o0B AEST-10
    Australia/Melbourne,Australia/Victoria qug,rs0,uk0 '-133j46gB'bfqcmgC32oB9b40C380B6qoC6qoB700C6hcBadc0C4\
    eoB92oC4o0B8tcC4o0B8tcC4o0B8tcC4xcB8tcC4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC4o0B8tcC4xcB8tcC4o0B8tcC4o0B8tcC4\
    o0B8tcC56oB81cC5g0B81cC5pcB8aoC56oB8aoC56oB8aoC4o0B8tcC4o0B8tcC4xcB8tcC4o0B8tcC5g0B81cC5pcB7s0C5pcB7s0C5\
    pcB7s0C5pcB81cC5g0B5pcC7s0B81cC5pcB7s0C5pcB7s0C5pcB81cC5g0B81cC5pcB7s0C5g0B81cC5yoB AEST-10AEDT,M10.1.0,\
    M4.1.0/3
    Australia/Perth,Australia/West lgc,m80,p00 '-12nxuscB'b058scC32oB9b40C380B6qoC6qoBbv9cC4o0B396oC4o0B2w80\
    C3w0B5jmoC45cB81cC5pcB7s0C5pcB AWST-8
    CET 2s0,5k0 -k61gB5o2A7asB5pcA7s0B5pcA83eoBz00A5g0B700A6qoB6qoA6qoB66oAbuqoB6hcA700B6qoA6qoB6qoA700B6hcA\
    6qoB6qoA6qoB6qoA6qoB6qoA6qoB700A6qoB6qoA6qoB6qoA6qoB6qoA6qoB6qoA6qoB6qoA6qoB700A6qoB6qoA6qoB6qoA6qoB6qoA\
    6qoB6qoA6qoB6qoA700B CET-1CEST,M3.5.0,M10.5.0/3
    CST6CDT -go0,-dw0 -jg4wB7ryA5peB7ryA8dk2B1d7yA83xeB6qmA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6zyA6qqB6qmA6qqB6qmA2\
    leBavyA4eqB92mA6qqB6zyA6heB6zyA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6zyA6heB6zyA6qqB6qmA6qqB6qmA6qqB6qmA5\
    yqB7imA5yqB7ryA5peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7ryA5peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7imA5yqB7ryA5\
    peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7ryA5peB7ryA5peB7ryA4xeB CST6CDT,M3.2.0,M11.1.0
    Chile/EasterIsland,Pacific/Easter -k94,-jg0,-go0,-dw0 '-jhfaewB'ivmeuwC5fyB8teC4nyB79eC5paB7s2C5paB81eC5\
    fyB7iqC5ymB81eC5fyB81eC5paB7s2C5paB7s2C5paB81eC5fyB81eC5fyB81eC5paB7s2CdhcD5paC7s2D5paC81eD5fyC81eD5fyC8\
    1eD6qmC6qqD5paC7s2D5paC81eD5fyC702D6haC81eD5paC7s2D5paC7s2D5paC7s2D5paC81eD5fyC81eD67yC79eD5paC79eD6zyC7\
    02D5paC81eD5fyC81eD5fyC81eD5fyC81eD5paC7s2D5paC7s2D5paC81eD5fyC81eD67yC79eD5paC7s2D6haC702D7ryC3w2D9byC4\
    o2D8taC4xeD8jyC4xeDmtaC3deDa3yC3deDa3yC3deD8taC5peD7ryC5peD7ryC5peD7ryC5yqD7imC <-06>6<-05>,M9.1.6/22,M4\
    .1.6/22
    EET 5k0,8c0 2q42B6hcA700B6qoA6qoB6qoA700B6hcA6qoB6qoA6qoB6qoA6qoB6qoA6qoB700A6qoB6qoA6qoB6qoA6qoB6qoA6qo\
    B6qoA6qoB6qoA6qoB700A6qoB6qoA6qoB6qoA6qoB6qoA6qoB6qoA6qoB6qoA700B EET-2EEST,M3.5.0/3,M10.5.0/4
    EST -dw0 - EST5
    EST5EDT -dw0,-b40 -jg4yB7ryA5peB7ryA8dk2B1d7yA83xeB6qmA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6zyA6qqB6qmA6qqB6qmA2\
    leBavyA4eqB92mA6qqB6zyA6heB6zyA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6zyA6heB6zyA6qqB6qmA6qqB6qmA6qqB6qmA5\
    yqB7imA5yqB7ryA5peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7ryA5peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7imA5yqB7ryA5\
    peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7ryA5peB7ryA5peB7ryA4xeB EST5EDT,M3.2.0,M11.1.0
    Eire,Europe/Dublin -169,1lr,0,2s0 '-rzcmlrB4xcC'9pytrD600C6yoD71cC6pcD6s0C6pcD7tcC5xcD6s0C6g0D79cC79cD5g\
    0C7s0D5yoC7s0D680C79cD680C700D6hcC7ioD680C79cD680C700D6hcC79cD680C79cD680C700D6qoC79cD680C700D6hcC79cD68\
    0C79cD680C700D6hcC79cD81cC3moD2hg0C5yoD8k0C680D79cC5pcD7s0C680D700C6hcD700C6qoD700C6hcD680C700D6hcC79cD6\
    80C7ioD680C700D6hcC79cD680C79cD680C700D6hcC6hcD81cC5g0D81cC5pcD7s0C5g0D81cC5g0D81cC5g0D81cC5g0D8aoC45cD1\
    e1cC56oD8aoC56oD8aoC56oD8aoC56oD8aoC5g0D81cC5g0D81cC5g0D8aoC56oD8aoC56oD8aoC5paD7s0C5pcD7s0C5pcD7s0C5pcD\
    81cC5pcD7s0C5pcD7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD7s0C5pcD7s0C5pcD7s0C5yoD IST-1GM\
    T0,M10.5.0,M3.5.0/1
    Etc/GMT+1 -2s0 - <-01>1
    Etc/GMT+10 -rs0 - <-10>10
    Etc/GMT+11 -uk0 - <-11>11
    Etc/GMT+12 -xc0 - <-12>12
    Etc/GMT+2 -5k0 - <-02>2
    Etc/GMT+3 -8c0 - <-03>3
    Etc/GMT+4 -b40 - <-04>4
    Etc/GMT+5 -dw0 - <-05>5
    Etc/GMT+6 -go0 - <-06>6
    Etc/GMT+7 -jg0 - <-07>7
    Etc/GMT+8 -m80 - <-08>8
    Etc/GMT+9 -p00 - <-09>9
    Etc/GMT,Etc/GMT+0,Etc/GMT-0,Etc/GMT0,Etc/Greenwich,GMT,GMT+0,GMT-0,GMT0,Greenwich 0 - GMT0
    Etc/GMT-1 2s0 - <+01>-1
    Etc/GMT-10 rs0 - <+10>-10
    Etc/GMT-11 uk0 - <+11>-11
    Etc/GMT-12 xc0 - <+12>-12
    Etc/GMT-13 1040 - <+13>-13
    Etc/GMT-14 12w0 - <+14>-14
    Etc/GMT-2 5k0 - <+02>-2
    Etc/GMT-3 8c0 - <+03>-3
    Etc/GMT-4 b40 - <+04>-4
    Etc/GMT-5 dw0 - <+05>-5
    Etc/GMT-6 go0 - <+06>-6
    Etc/GMT-7 jg0 - <+07>-7
    Etc/GMT-8 m80 - <+08>-8
    Etc/GMT-9 p00 - <+09>-9
    Etc/UCT,Etc/UTC,Etc/Universal,Etc/Zulu,UCT,UTC,Universal,Zulu 0 - UTC0
    Europe/Amsterdam wk,3ok,3pc,xc,5k0,2s0 '-s0dvkkB5nyA7auB5pcA79cB6qoA700B6hcA700B6hcA700B6hcA6pcB79cA8qoB\
    4qoA6hcB700A900B4hcA89cB580A8aoB56oA8dcB5dcA85cB5c0A86oB5aoA880B59cA8k0B4xcA8c0B5eoA840B5dcA85cB5c0A880B\
    59cA8ioB1h6C'4uaz8D8aoC56oD8c0C5eoD86kE'1aarpcF5g0E700F6qoE6qoF6qoE66oFbuqoE6hcF700E6qoF6qoE6qoF700E6hcF\
    6qoE6qoF6qoE6qoF6qoE6qoF6qoE700F6qoE6qoF6qoE6qoF6qoE6qoF6qoE6qoF6qoE6qoF6qoE700F6qoE6qoF6qoE6qoF6qoE6qoF\
    6qoE6qoF6qoE6qoF700E CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Andorra a4,0,2s0,5k0 '-100edm4B'nvgqy4CegteD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6\
    qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Astrakhan 8wc,8c0,b40,dw0 '-nu2zkcB'37bv8cCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6\
    qoC6qoD6qoCdheB6qoC700B6qoCk80B6qoC6qoB6qoC6qoB6qoC6qoB700C7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5\
    pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C1chaBj6qC <+04>-4
    Europe/Athens 4e4,5k0,8c0,2s0 '-rvv0cgB'8bjasgC22mB38aqCumBkewD5h8B6ymD6s2B33haC4laB8fk2C8g0B52sC6qoB6hc\
    C6ioB6yoC6heB70cC6owB6umC6nyB6qwC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qo\
    C700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C EET-2EEST,M3.5.0/3,M10.5.0/4
    Europe/Belfast,Europe/London,GB,GB-Eire -23,0,2s0,5k0 '-1rprx9xB'zqf9hxC4xcB700C600B6yoC71cB6pcC6s0B6pcC\
    7tcB5xcC6s0B6g0C79cB79cC5g0B7s0C5yoB7s0C680B79cC680B700C6hcB7ioC680B79cC680B700C6hcB79cC680B79cC680B700C\
    6qoB79cC680B700C6hcB79cC680B79cC680B700C6hcB79cC81cB3moCg2mD3moC8tcD4o0C8tcD4xcC8k0D680C7aoD3uoC342B700C\
    6hcB5yoC11aD4eoC342B4xcC8k0B5pcC7s0B680C700B6hcC700B6qoC700B6hcC680B700C6hcB79cC680B7ioC680B700C6hcB79cC\
    680B79cC680B700C6hcB6hcC81cB5g0C81cB5pcC7s0B5g0C81cB5g0C81cB5g0C81cB5g0C8aoB45cC1e1cB56oC8aoB56oC8aoB56o\
    C8aoB56oC8aoB5g0C81cB5g0C81cB5g0C8aoB56oC8aoB56oC8aoB5paC7s0B5pcC7s0B5pcC7s0B5pcC81cB5pcC7s0B5pcC7s0B5pc\
    C7s0B5pcC7s0B5pcC81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC7s0B5pcC7s0B5pcC7s0B5yoC GMT0BST,M3.5.0/1,M10.5.0
    Europe/Belgrade,Europe/Podgorica 3so,2s0,5k0 '-18vsmgoB'twhnkoCktiB5g0C700B6qoC6qoB82oC4uoBe3moC6qoB6qoC\
    700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CE\
    ST,M3.5.0,M10.5.0/3
    Europe/Bratislava,Europe/Prague 2o8,2s0,5k0,0 '-14u7uo8B'cttug8C5o2B7asC5pcB7s0C5pcB83eoCz00B5g0C700B6qo\
    C6qoB6qoC6qoB81cC5o0B22qD340B22mC680B79cC680B6yoC6ioBb300C6qoB700C6hcB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6q\
    oC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.\
    5.0,M10.5.0/3
    Europe/Brussels t6,0,2s0,5k0 -t6o0B8gmoCjzyD5o0C7asD5pcC7s0D5pcC238B43cC81cB4xcC9c0B59cC8c0B5lcC79cB79cC\
    680B6hcC700B6qoC6qoB79cC680B700C6hcB79cC6hiB79cC680B700C6hcB79cC680B6qoC6qoB6hcC79cB6qoC6qoB6hcC700B79cC\
    680B6qoC6qoB6hcC700B79cC81cB3moC35cDx6mC5g0D700C6qoD66oC7aoD66oC92oD580Cbgg0D6hcC700D6qoC6qoD6qoC700D6hc\
    C6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qo\
    C6qoD6qoC6qoD6qoC700D CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Bucharest 4u0,5k0,8c0 '-k29zi0B'fj8m0C4yoB6qoC6qoB700C6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qo\
    BeweoC4nyB700C6heB6qsC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qkC6q\
    oB6qoC6qoB6qoC6qoB6qoC6qmB6qqC6qmB702C7ryB5pkC EET-2EEST,M3.5.0/3,M10.5.0/4
    Europe/Budapest 3j8,2s0,5k0 '-15bee78B'db0dz8C5o2B7asC5pcB7s0C5pcB7tcC5o0B7ioC680B7pyiCl86B5g0C700B6qoC6\
    qoB7uiC6s2B5k4C71aB6peC6qoB6qoC6qoB700C6hcB1qqkC4xaB8k6C4xcB92oC4eoB92oC4eoB8gmkC6hcB6qoC6qoB6qoC6qoB6qo\
    C6qoB6qsC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700\
    C CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Busingen,Europe/Zurich 1kw,1dm,2s0,5k0 '-1os49kwB'lc05jaC'ohmxdmD5pcC7s0D5pcCegk2D6qoC6qoD6qoC6qo\
    D6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700\
    D CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Chisinau,Europe/Tiraspol 5c8,5bo,4u0,5k0,8c0,2s0,b40 '-1ayy808B'jw96okC'70f1toD'fj8m0E4yoD6qoE6qo\
    D700E6qoD6qoE6qoD6qoE6qoD6qoE6qoD6qoE6qoD6qoE6qoDbtcEcfyDhiwF5g0D700F6qoD5aiEdr5aG6ryE6qqG6ryE6qqG6ryE6s\
    2G6qsE6qoG6qoE6qoG6qoE6qoG6qoE6qoG6qoE6qoG6qoE6qoG1jyE5g4D6qoE6qoD6qkE6qmD6qqE6qmD6qqE6qmD6qqE6qmD702E7r\
    yD5piE EET-2EEST,M3.5.0,M10.5.0/3
    Europe/Copenhagen 2bw,2s0,5k0 '-13nvrnwB'bo7orwC55aB8visCxdgB5g0C700B6qoC6qoB6qoC500B9lcC4k0B92oC3moBa40\
    C3dcBbwaoC6hcB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6q\
    oC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Gibraltar -zo,0,2s0,5k0 '-1anxr0cB'iol38cC4xcB700C600B6yoC71cB6pcC6s0B6pcC7tcB5xcC6s0B6g0C79cB79c\
    C5g0B7s0C5yoB7s0C680B79cC680B700C6hcB7ioC680B79cC680B700C6hcB79cC680B79cC680B700C6qoB79cC680B700C6hcB79c\
    C680B79cC680B700C6hcB79cC81cB3moCg2mD3moC8tcD4o0C8tcD4xcC8k0D680C7aoD3uoC342B700C6hcB5yoC11aD4eoC342B4xc\
    C8k0B5pcC7s0B680C700B6hcC700B6qoC700B6hcC680B700C6hcB79cC680B7ioC680B700C9djyD6qoC6qoD6qoC6qoD700C6qoD6q\
    oC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D CET-1CEST,M3.5.0,\
    M10.5.0/3
    Europe/Guernsey -gx,0,2s0,5k0 '-tiakv3B'1ixx33C4xcB700C600B6yoC71cB6pcC6s0B6pcC7tcB5xcC6s0B6g0C79cB79cC5\
    g0B7s0C5yoB7s0C680B79cC680B700C6hcB7ioC680B79cC680B700C6hcB79cC680B79cC680B700C6qoB79cC680B700C6hcB79cC6\
    80B79cC680B700C6hcB79cC81cB3moC4qiDvlgC5g0D700C6qoD6qoC6qoD3uoC342B700C6hcB5yoC11aD4eoC342B4xcC8k0B5pcC7\
    s0B680C700B6hcC700B6qoC700B6hcC680B700C6hcB79cC680B7ioC680B700C6hcB79cC680B79cC680B700C6hcB6hcC81cB5g0C8\
    1cB5pcC7s0B5g0C81cB5g0C81cB5g0C81cB5g0C8aoB45cC1e1cB56oC8aoB56oC8aoB56oC8aoB56oC8aoB5g0C81cB5g0C81cB5g0C\
    8aoB56oC8aoB56oC8aoB5paC7s0B5pcC7s0B5pcC7s0B5pcC81cB5pcC7s0B5pcC7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5pcC\
    7s0B5pcC7s0B5pcC7s0B5pcC7s0B5pcC7s0B5yoC GMT0BST,M3.5.0/1,M10.5.0
    Europe/Helsinki,Europe/Mariehamn 4md,5k0,8c0 '-peghydB'ax3tqdC6tcBeglgC6qoB6qoC6qoB6qqC6qoB6qoC700B6qoC6\
    qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C EET-2EEST,M3.5.0\
    /3,M10.5.0/4
    Europe/Isle_of_Man -tv,0,2s0,5k0 '-19a1gi5B'haosq5C4xcB700C600B6yoC71cB6pcC6s0B6pcC7tcB5xcC6s0B6g0C79cB7\
    9cC5g0B7s0C5yoB7s0C680B79cC680B700C6hcB7ioC680B79cC680B700C6hcB79cC680B79cC680B700C6qoB79cC680B700C6hcB7\
    9cC680B79cC680B700C6hcB79cC81cB3moCg2mD3moC8tcD4o0C8tcD4xcC8k0D680C7aoD3uoC342B700C6hcB5yoC11aD4eoC342B4\
    xcC8k0B5pcC7s0B680C700B6hcC700B6qoC700B6hcC680B700C6hcB79cC680B7ioC680B700C6hcB79cC680B79cC680B700C6hcB6\
    hcC81cB5g0C81cB5pcC7s0B5g0C81cB5g0C81cB5g0C81cB5g0C8aoB45cC1e1cB56oC8aoB56oC8aoB56oC8aoB56oC8aoB5g0C81cB\
    5g0C81cB5g0C8aoB56oC8aoB56oC8aoB5paC7s0B5pcC7s0B5pcC7s0B5pcC81cB5pcC7s0B5pcC7s0B5pcC7s0B5pcC7s0B5pcC81cB\
    5g0C81cB5pcC7s0B5pcC7s0B5pcC7s0B5pcC7s0B5pcC7s0B5yoC GMT0BST,M3.5.0/1,M10.5.0
    Europe/Jersey -e2,0,2s0,5k0 -qvz4B6qokC4xcB700C600B6yoC71cB6pcC6s0B6pcC7tcB5xcC6s0B6g0C79cB79cC5g0B7s0C5\
    yoB7s0C680B79cC680B700C6hcB7ioC680B79cC680B700C6hcB79cC680B79cC680B700C6qoB79cC680B700C6hcB79cC680B79cC6\
    80B700C6hcB79cC81cB3moC4qiDvlgC5g0D700C6qoD6qoC6qoD3uoC342B700C6hcB5yoC11aD4eoC342B4xcC8k0B5pcC7s0B680C7\
    00B6hcC700B6qoC700B6hcC680B700C6hcB79cC680B7ioC680B700C6hcB79cC680B79cC680B700C6hcB6hcC81cB5g0C81cB5pcC7\
    s0B5g0C81cB5g0C81cB5g0C81cB5g0C8aoB45cC1e1cB56oC8aoB56oC8aoB56oC8aoB56oC8aoB5g0C81cB5g0C81cB5g0C8aoB56oC\
    8aoB56oC8aoB5paC7s0B5pcC7s0B5pcC7s0B5pcC81cB5pcC7s0B5pcC7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5pcC7s0B5pcC\
    7s0B5pcC7s0B5pcC7s0B5pcC7s0B5yoC GMT0BST,M3.5.0/1,M10.5.0
    Europe/Kaliningrad 3so,2s0,5k0,8c0,b40 '-14212goB'c1n28oC5o2B7asC5pcB7s0C5pcB83eoCz00B5g0C700B6qoC6qoB6q\
    oCzuD6vyC5teDd59aE6ryD6qqE6ryD6qqE6ryD6s2E6qsD6qoE6qoD6qoE6qoD6qoE6qoD6qoE6qoDdheC6qoD700C6qoD6qoC6qoD6q\
    oC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81\
    cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D1chaC EET-2
    Europe/Kiev,Europe/Kyiv,Europe/Uzhgorod,Europe/Zaporozhye 5ng,5k0,8c0,2s0,b40 '-nu11ngB'37a03gC486mBf48D\
    5g0B700D17wCe1ykE6ryC6qqE6ryC6qqE6ryC6s2E6qsC6qoE6qoC6qoE6qoC6qoE6qoC6qoE6qoC6qoE6qoC6qoE3mmCgusB6qoC6qo\
    B6qoC6qoB6qoC6qoB6qoC6qoB700C7s2B EET-2EEST,M3.5.0/3,M10.5.0/4
    Europe/Kirov 97c,8c0,b40,dw0 -iz80B44fuCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qo\
    CdheB6qoC700B6qoCk80B6qoC6qoB6qoC6qoB6qoC6qoB700C7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5pcC7s0B5pc\
    C7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C1chaB MSK-3
    Europe/Lisbon,Portugal -1p9,0,2s0,5k0 -lsmoB1odaC51eB4g0C8fyB52qC8fyB52qC8fyB542C8fyB52qC8fyBxw0C6c0Bkqo\
    C680B700C6hcB79cC6hcB79cC680BkqoC680B6qoC6qoBkhcC6qoB6hcC700B79cC680B6qoC6qoB6hcC700B79cC81cB3moC8dcB6o0\
    C6s0B5xcC1jyD45cC2leB56oC1amD4xcC2c2B4xcC1jyD4o0C2c2B4xcC1jyD4o0C2c2B5yoC6qoB6quC6qoB6qoC6qoB6qoC6qoB6qo\
    C6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qo\
    C6qoB6qoC6qoB6qoC6qoB6qoC3xt8B6qoC6qoB702C6qoB6qoC6qoB700C6hcB6qmC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6q\
    qC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoCdhcD6qoC6qoD6qoC6qoD6qoCes0B WET0WEST,M3.5.0/1,M10.5.0
    Europe/Ljubljana 2os,2s0,5k0 '-18vslcsB'twhmgsCktiB5g0C700B6qoC6qoB6qoC66oBe3moC6qoB6qoC700B6qoC6qoB6qoC\
    6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.\
    0/3
    Europe/Luxembourg 150,2s0,5k0,0 '-y89550B'68l290C55eB7ryC582B7s4C5pcB2l8D3lcB81iD4x6B9c4D598B8c4D5l8B79e\
    D79aB684D6h8B702D6ryB6peD79aB682D6zyB6heD79aB6heD79aB686D700B6hcD79cB680D6qoB6qoD6hcB79cD6qoB6qoD6hcB700\
    D79cB680D6qoB6qoD6hcB700D79cB81cD3moB2xcCxemB5g0C700B6qoC680B79cC66oB92oC580Bbgg0C6hcB700C6qoB6qoC6qoB70\
    0C6hcB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6q\
    oC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Madrid -ok,0,2s0,5k0 -pxeoB6humC6g2B6qmC6s2B1p9aC6c2BkqmC682B6zyC6heB79cC6hcB79aC682B2w3yC402B6qm\
    C11aD5qoCdpgB5ymCsryD4heC8haD682C79aD682C79aD682C79aD682CyzyD5peC97umD6heC6zyD6heC6haD6qqC6zyD6heC704D6q\
    oC6qoD6qoC700D6hcC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6q\
    oC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Malta 2os,2s0,5k0 '-13qyw0sB'bsbx8sC4emB6qqC6ryB5xeC7taB5eqC81aB682C6qmB7f02Cw84B5g0C700B6pcC680B\
    7aoC658B6s4C7ioB5ykC7ioB5g4C81cB6mikC4nyB92qC4eoB92oC4eoB9c0C4eoB92oC4eoB8tcC4o0B92oC4o0B6pcC6qoB7k0C5hc\
    B804C5paB7s2C5paB7s2C5paB7s2C5paB7s2C5paB7aqC6fyB702C6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qo\
    B6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Minsk 53s,53c,5k0,8c0,2s0,b40 '-1ayy7rsB'n4x6ogC'379zjcD452mCi88E5g0C700E6qoC3d6Ddt2mF6ryD6qqF6ry\
    D6qqF6ryD6s2F6qsD6qoF6qoD6qoF6qoD6qoF6qoD6qoF6qoD6qoF6qoDr82C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pc\
    D7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pc\
    D81cC5g0D <+03>-3
    Europe/Monaco 1d8,fl,0,2s0,5k0 '-14hnyp8B'9tlnlnC'2pzpnlD41cC6g0D7aoC5o0D7tcC5eoD82oC4w0D9c0C59cD8c0C5lc\
    D79cC8k0D4xcC6hcD700C6qoD6qoC79cD680C700D6hcC79cD6hcC79cD680C700D6hcC79cD680C6qoD6qoC6hcD79cC6qoD6qoC6hc\
    D700C79cD680C6qoD6qoC6hcD700C79cD81cC3muDg3uE5paD5peE8tgD5g0E700D6qoE6ykD6isE66oDbgzyE6qmD704E6hcD700E6q\
    oD6qoE6qoD700E6hcD6qoE6qoD6qoE6qoD6qoE6qoD6qoE700D6qoE6qoD6qoE6qoD6qoE6qoD6qoE6qoD6qoE6qoD6qoE700D6qoE6q\
    oD6qoE6qoD6qoE6qoD6qoE6qoD6qoE6qoD700E CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Moscow,W-SU 6yh,707,9s7,ck7,b40,8c0,dw0,5k0 '-rx5dmhB'ipzuaC6moB5qmD3yqC9jyD'1jwk7E1p4Fkc0E19aG62\
    oE142FdiqH2wg2Fj2xaE6ryF6qqE6ryF6qqE6ryF6s2E6qsF6qoE6qoF6qoE6qoF6qoE6qoF6qoE6qoF6qoE6qoF6qoE700FdheH45cF\
    2laE6qoF6qoE6qoF6qoE6qoF6qoE6qoF700E7s0F5pcE7s0F5pcE7s0F5pcE81cF5g0E81cF5g0E81cF5pcE7s0F5pcE7s0F5pcE81cF\
    5g0E81cF5g0E81cF5g0E81cF5pcE7s0F5pcE7s0F5pcE81cF5g0E1chaF MSK-3
    Europe/Oslo 1zo,2s0,5k0 '-1353tzoB'b5svboC4ukB8ytcCu46B5g0C700B6qoC6qoB6qoC6qoB51yoC700B6qoC6qoB6qoC6qoB\
    6qoC6qoB6qoC6qoB6qoC700B81cC5g0B5gs0C6hcB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qo\
    B6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Paris fl,0,2s0,5k0 '-uozn3lB'2qx1nlC41cB6g0C7aoB5o0C7tcB5eoC82oB4w0C9c0B59cC8c0B5lcC79cB8k0C4xcB6\
    hcC700B6qoC6qoB79cC680B700C6hcB79cC6hcB79cC680B700C6hcB79cC680B6qoC6qoB6hcC79cB6qoC6qoB6hcC700B79cC680B6\
    qoC6qoB6hcC700B79cC81cB3muC43sDw86C5g0D700C6qoD6ykC6isD66oCbgzyD6qmC704D6hcC700D6qoC6qoD6qoC700D6hcC6qoD\
    6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD\
    6qoC6qoD6qoC700D CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Riga 4gy,78y,5k0,8c0,2s0,b40 '-qznlkyB5pcA7aoB1w0A2makC'7fhlkyDc7yCi48E5g0C700E6qoC6qoEekDdpakF6r\
    yD6qqF6ryD6qqF6ryD6s2F6qsD6qoF6qoD6qoF6qoD6qoF6qoD6qoF6qoDdheC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6q\
    oD6qoC700D6qoC6qqD7s0C5pcD7s0C5pcD81cCixcD81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5p\
    cD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g\
    0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g\
    0D81cC5pcD7s0C5pcD7s0C EET-2EEST,M3.5.0/3,M10.5.0/4
    Europe/Rome,Europe/San_Marino,Europe/Vatican 2b8,2s0,5k0 -smc2B8hk0C4emB6qqC6ryB5xeC7taB5eqC81aB682C6qmB\
    7f02Cw84B5g0C700B6qoC66oB7aoC658B6s4C7ioB5ykC7ioB5g4C81cB6mikC4nyB92qC4eoB92oC4eoB9c0C4eoB92oC4eoB8tcC4o\
    0B92oC4o0B92oC4eoB8tcC4o0B92oC4eoB92oC4eoB8tcC4o0B92oC4o0B8tcC4o0B704C6hcB6qoC6qoB6qoC6qoB6qoC6qoB6qoC70\
    0B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST\
    ,M3.5.0,M10.5.0/3
    Europe/Samara 99w,8c0,b40,dw0 -iz80B44fuCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6q\
    oCdheB6qoC700Be9eC5ykD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s\
    0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0CdqqB5g0C <+04>-4
    Europe/Sarajevo 3es,2s0,5k0 '-18vsm2sB'twhn6sCktiB5g0C700B6qoC6qoB6qoC66oBe3moC6qoB6qoC700B6qoC6qoB6qoC6\
    qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0\
    /3
    Europe/Saratov 8j6,8c0,b40,dw0 -iz80B44fuCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qoCdheB6\
    qoC6qoB6qoC700B6qoCk80B6qoC6qoB6qoC6qoB6qoC6qoB700C7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5pcC7s0B5\
    pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C1chaBsiqC <+04>-4
    Europe/Simferopol 6bc,6ao,5k0,8c0,2s0,b40 '-1ayy8zcB'n4x6ooC'37a0qoD49qmCdk8E5g0C700E6qoCd6Ddw2mF6ryD6qq\
    F6ryD6qqF6ryD6s2F6qsD6qoF6qoD6qoF6qoD6qoF6qoD6qoF6qoD6qoF6qoDadcCnleD6qoC6qoD6qoC6qoD1aiF5g4D6qoF6qoD6zw\
    F7s6DdheC5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0\
    C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5paF7rwD MSK-3
    Europe/Skopje 3yw,2s0,5k0 '-18vsmmwB'twhnqwCktiB5g0C700B6qoC6qoB6qoC66oBe3moC6qoB6qoC700B6qoC6qoB6qoC6qo\
    B6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Sofia 4bg,5ew,5k0,2s0,8c0 '-1ayy6zgB'7s708kC'p0d6uwD5g0C700D6qoC6qoD6qqCcrvqE6s2C6ymE6iqC6ymE6hgC\
    6zwE6hiC6qoE6qoC6qoE700C6qoE6qoC6qoE6qoC6qoE6qoC6qoE6qoC6qoE6qoC6qoE700C6qkE6qmC6qqE6qmC6qqE6qmC6qqE6qmC\
    6qqE6qmC702E7ryC5pkE EET-2EEST,M3.5.0/3,M10.5.0/4
    Europe/Stockholm 3cc,2se,2s0,5k0 '-1bhq3ccB'ayjpvyC'8jiakeD55eCnv6sD6hcC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C\
    6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC700D CET-1CEST,M\
    3.5.0,M10.5.0/3
    Europe/Tallinn 4l0,2s0,5k0,8c0,b40 '-r3exx0B'3re10C5pcBanwA'ygov0C'a1zgd0DezyCfawB5g0C700B6qoC6d6Ddq2mE6\
    ryD6qqE6ryD6qqE6ryD6s2E6qsD6qoE6qoD6qoE6qoD6qoE6qoD6qoE6qoDdheC6qoD700C6qoD6qoC6qoD6qoC6qoD6qoC6qoD6qoC6\
    qoD6qoC700D7s0C5pcD7s0C5pcD7s2C5pcD81cCwo0D7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5\
    pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5\
    g0D81cC5pcD7s0C5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5pcD7s0C5pcD7s0C5pcD81cC5g0D81cC5g0D81cC5g0D81cC5\
    pcD7s0C5pcD7s0C EET-2EEST,M3.5.0/3,M10.5.0/4
    Europe/Tirane 3o8,2s0,5k0 '-t85vo8B'dt2gw8Cw6sB5g0Cg0Bbo98C5laB7teC5paB7w2C5paB81eC5fyB802C5haB802C5haB8\
    02C5paB7k2C5paB81eC5paB7aqC65aB6s2C6qsB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6\
    qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Ulyanovsk 8yo,8c0,b40,dw0,5k0 -iz80B44fuCj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6qo\
    C6qoD6qoCdheB6qoC700BdheE45cB2laC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0\
    C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C1chaBj6qC <+04>-4
    Europe/Vaduz 1rg,2s0,5k0 '-13g44fgB'ohmxrgC5pcB7s0C5pcBegk2C6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB\
    6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Vienna 30x,2s0,5k0 '-14211oxB'c1n1gxC5o2B7asC5pcB7s0C5pcBl00C5yoB7cg0Cz00B5g0C700B6qoC6qoB6qoCdcB\
    dlcC6ioB6pcC6qoB79cC680Bbu7wC6haB6quC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qo\
    B6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Vilnius 4os,3w0,4fc,2s0,5k0,8c0,b40 '-1ayy7csB'jb5y4sC'1g224oD'e75ncE3amD7g2qFc18EidkD5g0E700D6qo\
    E4fuFdrzyG6ryF6qqG6ryF6qqG6ryF6s2G6qsF6qoG6qoF6qoG6qoF6qoG6qoF6qoG6qoFdheE6qoF700E6qoF6qoE6qoF6qoE6qoF6q\
    oE6qoF6qoE6qoF6qoE700F7s0E5pcF7s0EdheD5pcE1i6oF EET-2EEST,M3.5.0/3,M10.5.0/4
    Europe/Volgograd 884,8c0,b40,dw0 '-q3cw84B'5glrw4Cj2xaD6ryC6qqD6ryC6qqD6ryC6s2D6qsC6qoD6qoC6qoD6qoC6qoD6\
    qoCdheB6qoC6qoB6qoC700B6qoCk80B6qoC6qoB6qoC6qoB6qoC6qoB700C7s0B5pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5\
    pcC7s0B5pcC7s0B5pcC81cB5g0C81cB5g0C81cB5g0C81cB5pcC7s0B5pcC7s0B5pcC81cB5g0C1chaB1i6qCtamB MSK-3
    Europe/Warsaw,Poland 3w0,2s0,5k0,8c0 '-se9yk0B'dvyc0C5o2B7asC5pcB7s0CdimD5pcC10mkB6sc6CvxcB5g0C700B6qoC6\
    taB7nyC6vyB62qC6isB7qoC5pcB79cC680B700C6hcB2vpaC4eoB6qoC6qoB92oC4o0B6qoC6qoB8tcC4o0B8tcC4o0B8tcC4o0B92oC\
    4eoB4paoC6hcB700C6qoB6qoC6qoB700C6hcB6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qqC6qoB6qo\
    C6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Europe/Zagreb 2yg,2s0,5k0 '-18vslmgB'twhmqgCktiB5g0C700B6qoC6qoB6qoC66oBe3moC6qoB6qoC700B6qoC6qoB6qoC6qo\
    B6qoC6qoB6qoC6qoB6qoC6qoB6qoC700B6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB6qoC6qoB700C CET-1CEST,M3.5.0,M10.5.0/3
    Factory 0 - <-00>0
    HST -rs0 - HST10
    Indian/Antananarivo 8ss,8c0,b40 '-uj8gssB'm9lccsC3dcB EAT-3
    Indian/Chagos des,dw0,go0 '-wvpc2sB'1ag64usC <+06>-6
    Indian/Christmas jks,jg0 '-133iwwsB <+07>-7
    Indian/Cocos hy4,i20 '-10j6sm4B <+0630>-6:30
    Indian/Comoro 80g,8c0 '-uj8g0gB EAT-3
    Indian/Kerguelen 0,dw0 -7ik0B <+05>-5
    Indian/Mahe a9o,b40 '-wvp8xoB <+04>-4
    Indian/Maldives dm0,dw0 '-57x6y0B <+05>-5
    Indian/Mauritius anc,b40,dw0 '-wvp9bcB'13jnu7cC5zyB9mc6C5paB <+04>-4
    Indian/Mayotte 8dk,8c0 '-uj8gdkB EAT-3
    Indian/Reunion a9s,b40 '-uks29sB <+04>-4
    Kwajalein,Pacific/Kwajalein uzk,uk0,rs0,p00,-xc0,xc0 '-100f8bkB'ise0fkC1lg2D12k2B9mzwE8z6mF <+12>-12
    MET 2s0,5k0 -k61gB5o2A7asB5pcA7s0B5pcA83eoBz00A5g0B700A6qoB6qoA6qoB66oAbuqoB6hcA700B6qoA6qoB6qoA700B6hcA\
    6qoB6qoA6qoB6qoA6qoB6qoA6qoB700A6qoB6qoA6qoB6qoA6qoB6qoA6qoB6qoA6qoB6qoA6qoB700A6qoB6qoA6qoB6qoA6qoB6qoA\
    6qoB6qoA6qoB6qoA700B MET-1MEST,M3.5.0,M10.5.0/3
    MST -jg0 - MST7
    MST7MDT -jg0,-go0 -jg4uB7ryA5peB7ryA8dk2B1d7yA83xeB6qmA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6zyA6qqB6qmA6qqB6qmA2\
    leBavyA4eqB92mA6qqB6zyA6heB6zyA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6zyA6heB6zyA6qqB6qmA6qqB6qmA6qqB6qmA5\
    yqB7imA5yqB7ryA5peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7ryA5peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7imA5yqB7ryA5\
    peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7ryA5peB7ryA5peB7ryA4xeB MST7MDT,M3.2.0,M11.1.0
    NZ-CHAT,Pacific/Chatham xz0,y10,zf0,1270 '-1gsp0n0B'149qqm0C'f1tq90D45cC92oD4xcC8tcD4o0C8tcD4o0C8tcD4o0C\
    8tcD4o0C8tcD4o0C8tcD4xcC8tcD4o0C8tcD4o0C8tcD4o0C8tcD4o0C8tcD4o0C8tcD4xcC8tcD4o0C81cD5yoC7ioD5yoC7ioD5yoC\
    7ioD680C79cD680C79cD680C79cD680C7ioD5yoC7ioD5yoC7ioD680C79cD680C79cD680C7ioD5yoC7ioD5yoC7ioD680C79cD680C\
    79cD680C79cD680C79cD <+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45
    PST8PDT -m80,-jg0 -jg4sB7ryA5peB7ryA8dk2B1d7yA83xeB6qmA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6zyA6qqB6qmA6qqB6qmA2\
    leBavyA4eqB92mA6qqB6zyA6heB6zyA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6qmA6qqB6zyA6heB6zyA6qqB6qmA6qqB6qmA6qqB6qmA5\
    yqB7imA5yqB7ryA5peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7ryA5peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7imA5yqB7ryA5\
    peB7ryA5peB7ryA5yqB7imA5yqB7imA5yqB7ryA5peB7ryA5peB7ryA4xeB PST8PDT,M3.2.0,M11.1.0
    Pacific/Apia yv4,-vsw,-vy0,-uk0,-rs0,12w0,1040 '-14fxxj4B6y5cC'kcrmt4DmtlbE6yuD6hcE3l4F3ewG6qoF700G6hcF7\
    00G6hcF700G6hcF700G6hcF700G6hcF700G6qoF700G6hcF700G6hcF700G <+13>-13
    Pacific/Bougainville st4,r8w,rs0,p00,uk0 '-1ayyvh4B'7tuc88C'osc24wD16heCq26qE <+11>-11
    Pacific/Chuuk -12k4,s3w,rs0,p00 '-1t8j2rwBl1ioC'76a5nwD1mo2C8btaD1mmqC <+10>-10
    Pacific/Efate v64,uk0,xc0 '-u964i4B'wbu364C3moB3kc2C6qmB6qqC6qmB702C6haB702C6qmB6qqC6qmB6qqC6qmB6qqC6qmB\
    6qqC6qmB702C4emBa42C3daB <+11>-11
    Pacific/Enderbury,Pacific/Kanton 0,-xc0,-uk0,1040 -c5g0BftbcC5qamD <+13>-13
    Pacific/Fakaofo -vpk,-uk0,1040 '-100dhmgB'1lxe1igC <+13>-13
    Pacific/Fiji x4w,xc0,1040 '-sa2x4wB'17bs00wC4eoB9c0C45cB3nyoC4eoB7s0C4xcB8k0C3dcBa40C3dcBadcC33yBamqC2uo\
    BamoC2uoBaw0C2lcBaw0C2lcBaw0C2lcBb5cC2c0BcpcC11cB <+12>-12
    Pacific/Funafuti x6s,xc0 '-100faisB <+12>-12
    Pacific/Galapagos -glc,-dw0,-go0 '-kcr62oB'spdryoC2lg2B2jyC <-06>6
    Pacific/Gambier -ozo,-p00 '-tvndocB <-09>9
    Pacific/Guadalcanal,Pacific/Ponape tmc,uk0 '-tvowacB <+11>-11
    Pacific/Guam -13v0,qt0,rs0,p00,uk0 '-1t8j1h0Bl1ioC'ld6pp0DzpeC5lmqEljyC2h42E'qdrpoC'7kgacE2laC8teE4xaC8k\
    2E4xaCuuqE2laCug2E'4ivxoC'cls2cE4nyC ChST-10
    Pacific/Honolulu,Pacific/Johnston,US/Hawaii -t8e,-t60,-qe0,-rs0 '-12lnw3mB'jgnatmCsiB39ziC1d7yBmteD HST1\
    0
    Pacific/Kiritimati -t4w,-tmo,-rs0,12w0 '-100dk74B'153iz5sC'7yirhcD <+14>-14
    Pacific/Kosrae -10hg,u6k,uk0,p00,rs0,xc0 '-1t8j4ukBl1ioC'76a4ykD1mo4C6qd8E1lg2D1mmqC92x8FazpaC <+11>-11
    Pacific/Majuro vpc,uk0,p00,rs0,xc0 '-100f91cB'76a6hcC1mo4B6qd8D1lg2C12aqB9n98E <+12>-12
    Pacific/Marquesas -pu0,-qe0 '-tvncu0B <-0930>9:30
    Pacific/Midway -wug,-uk0,-rs0 '-100dghkB'sx94dkC3daB SST11
    Pacific/Nauru uws,vy0,p00,xc0 '-pjxiwsB'ba66ysC14ytBck5bD <+12>-12
    Pacific/Niue -vgs,-vhc,-uk0 '-8zbv78B'63yiokC <-11>11
    Pacific/Norfolk v3s,v40,vy0,yq0,uk0,xc0 '-100f8fsB'q3einsC'cfj8q0D4o0Cf940E1i6pF <+11>-11<+12>,M10.1.0,M\
    4.1.0/3
    Pacific/Noumea uto,uk0,xc0 '-u9645oB'ye0ixoC35aBac2C36mB6o9iC3dcB <+11>-11
    Pacific/Pago_Pago,Pacific/Samoa,US/Samoa z20,-vm0,-uk0 '-14fxxq0B6y5cC SST11
    Pacific/Palau -15rg,owk,p00 '-1t8izkkBl1ioC <+09>-9
    Pacific/Pitcairn -o38,-nm0,-m80 '-100dp8sB'1esg26sC <-08>8
    Pacific/Pohnpei -11d8,tas,uk0,p00,rs0 '-1t8j3ysBl1ioC'76a42sD1mo4C6qd8E1lg2D1mmqC <+11>-11
    Pacific/Port_Moresby,Pacific/Truk,Pacific/Yap r94,r8w,rs0 '-1ayytx4B'7tuao8C <+10>-10
    Pacific/Rarotonga 112w,-tl4,-t60,-qe0,-rs0 '-10jifqwBjudcC'dlv68wD45aE8tdD4nzE8tdD4nzE8tdD4xbE8tdD4nzE8t\
    dD4nzE8tdD4nzE8tdD4nzE8tdD4nzE8tdD4xbE8tdD4nzE8tdD4nzE8tdD4nzE <-10>10
    Pacific/Saipan -13oc,qzo,p00,rs0,uk0 '-1t8j1noBl1ioC'mpn8noD5mg2EljyD2h42E'qdrpoD'7kgacE2laD8teE4xaD8k2E\
    4xaDuuqE2laDug2E'4ivxoD'cls2cE4nyD ChST-10
    Pacific/Tahiti -rp4,-rs0 '-tvnaywB <-10>10
    Pacific/Tarawa w1g,xc0 '-100f9dgB <+12>-12
    Pacific/Tongatapu y80,y9c,1040,12w0 '-corjk0B'7znjyoC'k8amdcD62oC8k0D33yCadeD33yC5jw2D2lcC <+13>-13
    Pacific/Wake uus,xc0 '-100f86sB <+12>-12
    Pacific/Wallis y1k,xc0 '-100fbdkB <+12>-12
    WET 0,2s0 2q42B6hcA700B6qoA6qoB6qoA700B6hcA6qoB6qoA6qoB6qoA6qoB6qoA6qoB700A6qoB6qoA6qoB6qoA6qoB6qoA6qoB6\
    qoA6qoB6qoA6qoB700A6qoB6qoA6qoB6qoA6qoB6qoA6qoB6qoA6qoB6qoA700B WET0WEST,M3.5.0/1,M10.5.0
    """
}
