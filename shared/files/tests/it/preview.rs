//! What is shown of a picture.

use files::{Kind, NoPreview, preview};
use image::{
    GenericImageView,
    ImageFormat::{Gif, Jpeg, Png, WebP},
};

use crate::sample::{crc32, glass, heic, jpeg_from_a_phone, picture};

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn nothing_the_camera_wrote_comes_along() {
    let secret = "59.3293N 18.0686E Karins telefon";
    let original = jpeg_from_a_phone(8, 6, 1, secret);
    assert!(holds(&original, secret));
    let shown = preview(Kind::Jpeg, &original, 100).unwrap();
    assert!(!holds(&shown.bytes, secret));
    assert!(!holds(&shown.bytes, "Exif"));
}

#[test]
fn a_picture_stands_as_the_camera_was_held() {
    let shown = preview(Kind::Jpeg, &jpeg_from_a_phone(8, 6, 6, ""), 100).unwrap();
    assert_eq!((shown.width, shown.height), (6, 8));
}

#[test]
fn no_side_is_longer_than_asked_for_and_small_pictures_stay() {
    let shown = |width, height| {
        let shown = preview(Kind::Png, &picture(Png, width, height), 100).unwrap();
        let opened = image::load_from_memory(&shown.bytes).unwrap();
        assert_eq!(opened.dimensions(), (shown.width, shown.height));
        opened.dimensions()
    };
    assert_eq!(shown(400, 200), (100, 50));
    assert_eq!(shown(40, 20), (40, 20));
}

#[test]
fn every_kind_that_is_shown_becomes_a_jpeg_or_keeps_its_transparency() {
    for (kind, format) in [(Kind::Jpeg, Jpeg), (Kind::Png, Png), (Kind::Webp, WebP)] {
        assert_eq!(preview(kind, &picture(format, 8, 6), 100).unwrap().kind, Kind::Jpeg, "{kind}");
    }
    for (kind, format) in [(Kind::Png, Png), (Kind::Gif, Gif)] {
        assert_eq!(preview(kind, &glass(format), 100).unwrap().kind, Kind::Png, "{kind}");
    }
}

#[test]
fn a_flood_of_pixels_is_not_opened() {
    let mut png = picture(Png, 4, 3);
    png[16..24].copy_from_slice(&[0, 0, 0x40, 0, 0, 0, 0x40, 0]);
    // Its checksum is right, so that it is refused for its size.
    let checksum = crc32(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&checksum);
    assert_eq!(preview(Kind::Png, &png, 100).unwrap_err(), NoPreview::TooLarge);
    let gif = b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0;";
    assert_eq!(preview(Kind::Gif, gif, 100).unwrap_err(), NoPreview::TooLarge);
}

#[test]
fn what_cannot_be_shown_says_so() {
    let cut = &picture(Jpeg, 8, 6)[..60];
    assert_eq!(preview(Kind::Jpeg, cut, 100).unwrap_err(), NoPreview::Damaged);
    assert_eq!(preview(Kind::Heic, &heic(8, 6), 100).unwrap_err(), NoPreview::NotShown);
    assert_eq!(preview(Kind::Pdf, b"%PDF-1.7", 100).unwrap_err(), NoPreview::NotShown);
}
