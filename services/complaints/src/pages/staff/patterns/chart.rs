//! A run chart as a drawing. What it shows stands in a table beside it too.

use chrono::Datelike;
use web::Page;

use crate::domain::patterns::{Grain, Point, RunChart, Shift};

const WIDTH: usize = 560;
const HEIGHT: usize = 260;
const LEFT: usize = 40;
const RIGHT: usize = 14;
const TOP: usize = 14;
const BOTTOM: usize = 34;

pub(super) struct Chart {
    pub title: String,
    pub description: String,
    pub points: Vec<Dot>,
    /// The points of the line, as SVG wants them.
    pub line: String,
    /// Where the median lies, and what it is.
    pub median: Option<(usize, String)>,
    /// What the median tells, or why there is none.
    pub reading: String,
    /// Lines across: where, and how many.
    pub levels: Vec<(usize, usize)>,
    /// Where a year begins.
    pub years: Vec<(usize, i32)>,
    pub size: (usize, usize),
    pub area: (usize, usize),
}

pub(super) struct Dot {
    pub x: usize,
    pub y: usize,
    pub label: String,
    pub count: usize,
}

impl Chart {
    pub fn of(page: &Page, chart: &RunChart) -> Self {
        let most = level(chart.points.iter().map(|point| point.count).max().unwrap_or(1));
        let y = |doubled: usize| TOP + (HEIGHT - TOP - BOTTOM) * (2 * most - doubled) / (2 * most);
        let step =
            |number: usize| LEFT + (WIDTH - LEFT - RIGHT) * (2 * number + 1) / (2 * chart.points.len());
        let dot = |(number, point): (usize, &Point)| Dot {
            x: step(number),
            y: y(2 * point.count),
            label: label(page, chart.grain, *point),
            count: point.count,
        };
        let points: Vec<Dot> = chart.points.iter().enumerate().map(dot).collect();
        let median = chart.median_doubled.map(|doubled| (y(doubled), in_words(page, doubled)));
        Self {
            title: page.t(grain_key(chart.grain)),
            description: description(page, &points, median.as_ref().map(|(_, text)| text.as_str())),
            line: points.iter().map(|dot| format!("{},{}", dot.x, dot.y)).collect::<Vec<_>>().join(" "),
            reading: reading(page, chart),
            levels: [0, most / 2, most].map(|count| (y(2 * count), count)).into(),
            years: years(&chart.points).into_iter().map(|(number, year)| (step(number), year)).collect(),
            median,
            points,
            size: (WIDTH, HEIGHT),
            area: (LEFT, WIDTH - RIGHT),
        }
    }
}

/// The top of the drawing: even, so that it has a whole middle.
fn level(most: usize) -> usize {
    (most + 1).next_multiple_of(if most < 20 { 4 } else { 10 })
}

const fn grain_key(grain: Grain) -> &'static str {
    match grain {
        Grain::Month => "patterns-per-month",
        Grain::Quarter => "patterns-per-quarter",
        Grain::HalfYear => "patterns-per-half-year",
        Grain::Year => "patterns-per-year",
    }
}

fn label(page: &Page, grain: Grain, point: Point) -> String {
    let year = point.from.year().to_string();
    let number = (point.from.month0() / grain.months() + 1).to_string();
    match grain {
        Grain::Month => page.t1(&format!("patterns-month-{number}"), "year", year),
        Grain::Quarter => page.t2("patterns-quarter", ("number", &number), ("year", &year)),
        Grain::HalfYear => page.t2("patterns-half-year", ("number", &number), ("year", &year)),
        Grain::Year => year,
    }
}

/// The first point of each year.
fn years(points: &[Point]) -> Vec<(usize, i32)> {
    let mut years: Vec<_> =
        points.iter().enumerate().map(|(number, point)| (number, point.from.year())).collect();
    years.dedup_by_key(|(_, year)| *year);
    years
}

fn in_words(page: &Page, doubled: usize) -> String {
    let whole = doubled / 2;
    if doubled.is_multiple_of(2) {
        whole.to_string()
    } else {
        format!("{whole}{}5", page.t("patterns-decimal-mark"))
    }
}

fn description(page: &Page, points: &[Dot], median: Option<&str>) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    let span = page.t2("patterns-span", ("from", &first.label), ("to", &last.label));
    let counts = || points.iter().map(|dot| dot.count);
    let (fewest, most) = (counts().min().unwrap_or(0).to_string(), counts().max().unwrap_or(0).to_string());
    let range = page.t2("patterns-range", ("least", &fewest), ("most", &most));
    let median = median.map(|median| page.t1("patterns-median-is", "median", median)).unwrap_or_default();
    format!("{span} {range} {median}").trim_end().to_owned()
}

fn reading(page: &Page, chart: &RunChart) -> String {
    page.t(match (chart.median_doubled, chart.shift) {
        (None, _) => "patterns-too-short",
        (Some(_), None) => "patterns-steady",
        (Some(_), Some(Shift::Above)) => "patterns-shift-above",
        (Some(_), Some(Shift::Below)) => "patterns-shift-below",
    })
}
