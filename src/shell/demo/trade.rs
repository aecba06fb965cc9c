//! The trades of those who enquire: what their firms are called, who asks, and about which building.

/// A trade, and what is typical of it.
pub struct Trade {
    pub industry: &'static str,
    /// How a firm is called: `{place}` and `{family}` are filled in.
    pub firms: &'static [&'static str],
    /// Who decides.
    pub heads: &'static [&'static str],
    /// Who has a say.
    pub managers: &'static [&'static str],
    /// The building it is about.
    pub sites: &'static [&'static str],
    /// Employees, from and to.
    pub size: (i64, i64),
    /// What a contract is worth, in thousands of pounds.
    pub worth: (i64, i64),
    /// How many of a hundred leads come from here.
    pub share: u64,
}

pub const TRADES: [Trade; 10] = [
    Trade {
        industry: "Education",
        firms: &[
            "{place} Primary School",
            "{place} Grammar School",
            "{family} Academy Trust",
            "{place} Sixth Form College",
            "St {saint}'s School, {place}",
        ],
        heads: &["Head of Estates", "Head Teacher", "Chair of Governors", "Director of Finance"],
        managers: &["School Business Manager", "Estates Manager", "Site Manager"],
        sites: &["main school building", "sports hall", "infant block", "science wing"],
        size: (25, 260),
        worth: (38, 140),
        share: 15,
    },
    Trade {
        industry: "Public sector",
        firms: &["{place} Town Council", "{place} Parish Council", "{place} Library Trust"],
        heads: &["Head of Property", "Town Clerk, Head of Services", "Director of Assets"],
        managers: &["Facilities Manager", "Energy Manager", "Carbon Reduction Manager"],
        sites: &["town hall", "depot", "leisure centre", "library"],
        size: (20, 400),
        worth: (30, 120),
        share: 8,
    },
    Trade {
        industry: "Hospitality",
        firms: &[
            "The {thing} Hotel",
            "The {thing} Inn, {place}",
            "{family}'s Kitchen",
            "{place} Manor Hotel",
        ],
        heads: &["Owner", "Managing Director", "Co-founder", "Head of Operations"],
        managers: &["General Manager", "Operations Manager", "Maintenance Manager"],
        sites: &["42-room hotel", "kitchen and bar", "spa building", "old coach house"],
        size: (8, 120),
        worth: (18, 75),
        share: 15,
    },
    Trade {
        industry: "Food and drink",
        firms: &[
            "{family} Foods",
            "{thing} Brewing Co",
            "{place} Bakehouse",
            "{family} Dairy",
            "{thing} Cold Store",
        ],
        heads: &["Managing Director", "Owner", "Director", "Head of Engineering"],
        managers: &["Site Manager", "Production Manager", "Plant Manager"],
        sites: &["cold store", "bakery", "bottling hall", "packing shed"],
        size: (12, 220),
        worth: (24, 110),
        share: 13,
    },
    Trade {
        industry: "Manufacturing",
        firms: &[
            "{family} Engineering",
            "{family} & Sons Joinery",
            "{place} Plastics",
            "{family} Print Works",
            "{thing} Textiles",
        ],
        heads: &["Managing Director", "Owner", "Operations Director", "Chief Executive"],
        managers: &["Works Manager", "Facilities Manager", "Purchasing Manager"],
        sites: &["main workshop", "warehouse roof", "paint shop", "two-storey office"],
        size: (10, 480),
        worth: (26, 150),
        share: 16,
    },
    Trade {
        industry: "Care",
        firms: &[
            "{family} Care Homes",
            "{place} Nursing Home",
            "{family} Dental Group",
            "{place} Vets",
        ],
        heads: &["Practice Owner", "Managing Director", "Head of Estates", "Director"],
        managers: &["Home Manager", "Practice Manager", "Facilities Manager"],
        sites: &["36-bed home", "surgery", "day centre", "new wing"],
        size: (15, 240),
        worth: (22, 98),
        share: 11,
    },
    Trade {
        industry: "Logistics",
        firms: &["{family} Logistics", "{place} Storage", "{family} Haulage"],
        heads: &["Managing Director", "Owner", "Director of Property"],
        managers: &["Depot Manager", "Fleet Manager", "Warehouse Manager"],
        sites: &["distribution shed", "depot office", "cross-dock", "40,000 sq ft warehouse"],
        size: (12, 300),
        worth: (40, 160),
        share: 7,
    },
    Trade {
        industry: "Leisure",
        firms: &["{place} Climbing Centre", "{thing} Leisure", "{place} Golf Club"],
        heads: &["Owner", "Club President", "Director"],
        managers: &["Centre Manager", "Club Manager", "Duty Manager"],
        sites: &["pool hall", "clubhouse", "gym", "changing block"],
        size: (6, 90),
        worth: (15, 60),
        share: 6,
    },
    Trade {
        industry: "Retail",
        firms: &["{family} Cycles", "{place} Garden Centre", "{family} & Daughters"],
        heads: &["Owner", "Managing Director"],
        managers: &["Store Manager", "Shop Manager"],
        sites: &["shop and flat above", "showroom", "glasshouse cafe", "two shop units"],
        size: (3, 70),
        worth: (8, 36),
        share: 6,
    },
    Trade {
        industry: "Horticulture",
        firms: &["{family} Glasshouses", "{place} Nurseries"],
        heads: &["Owner", "Head Grower", "Director"],
        managers: &["Site Manager", "Packhouse Manager"],
        sites: &["four acres of glass", "packhouse", "propagation house"],
        size: (10, 130),
        worth: (30, 130),
        share: 3,
    },
];

/// Towns of the north of England and around, with the beginning of their postcodes.
pub const PLACES: [(&str, &str); 36] = [
    ("Leeds", "LS8"),
    ("Bradford", "BD3"),
    ("Halifax", "HX1"),
    ("Huddersfield", "HD2"),
    ("Wakefield", "WF2"),
    ("Harrogate", "HG1"),
    ("York", "YO10"),
    ("Skipton", "BD23"),
    ("Ilkley", "LS29"),
    ("Otley", "LS21"),
    ("Keighley", "BD21"),
    ("Ripon", "HG4"),
    ("Selby", "YO8"),
    ("Sheffield", "S7"),
    ("Rotherham", "S60"),
    ("Barnsley", "S70"),
    ("Doncaster", "DN4"),
    ("Hull", "HU5"),
    ("Beverley", "HU17"),
    ("Whitby", "YO21"),
    ("Scarborough", "YO12"),
    ("Malton", "YO17"),
    ("Manchester", "M20"),
    ("Rochdale", "OL11"),
    ("Oldham", "OL4"),
    ("Burnley", "BB11"),
    ("Clitheroe", "BB7"),
    ("Lancaster", "LA1"),
    ("Kendal", "LA9"),
    ("Penrith", "CA11"),
    ("Durham", "DH1"),
    ("Darlington", "DL3"),
    ("Hexham", "NE46"),
    ("Newcastle", "NE6"),
    ("Lincoln", "LN2"),
    ("Chesterfield", "S41"),
];

/// What inns, breweries and mills are named after.
pub const THINGS: [&str; 24] = [
    "Foundry", "Heron", "Packhorse", "Kestrel", "Millrace", "Beck", "Fleece", "Anchor", "Tidal",
    "Bridge", "Weaver", "Lantern", "Oak", "Otter", "Curlew", "Pennine", "Station", "Saddle",
    "Harbour", "Quarry", "Bellwether", "Riverside", "Moorland", "Chequers",
];

pub const SAINTS: [&str; 6] = ["Aidan", "Hilda", "Oswald", "Wilfrid", "Cuthbert", "Bede"];
