//! Small real files.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

/// A picture of a few pixels, none like its neighbour.
pub fn picture(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let shade = |number: u32| u8::try_from(number % 256).unwrap();
    let image = RgbImage::from_fn(width, height, |x, y| Rgb([shade(x * 40), shade(y * 40), 120]));
    encoded(&DynamicImage::ImageRgb8(image), format)
}

/// One through which one can see.
pub fn glass(format: ImageFormat) -> Vec<u8> {
    encoded(&DynamicImage::ImageRgba8(RgbaImage::from_pixel(4, 4, Rgba([10, 20, 30, 128]))), format)
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG with what a phone writes into it: which way it was held, and a secret.
pub fn jpeg_from_a_phone(width: u32, height: u32, orientation: u8, secret: &str) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    // ImageDescription, at offset 38 from the TIFF head.
    exif.extend([0x01, 0x0e, 0, 2]);
    exif.extend(u32::try_from(secret.len()).unwrap().to_be_bytes());
    exif.extend(38_u32.to_be_bytes());
    exif.extend([0; 4]);
    exif.extend(secret.as_bytes());
    let plain = picture(ImageFormat::Jpeg, width, height);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xff\xe1", &length, &exif, &plain[2..]].concat()
}

/// A zip whose files are not compressed.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let long = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let short = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
    for (name, content) in files {
        let common = [
            &b"\x14\0\0\0\0\0\0\0\0\0"[..],
            &crc32(content).to_le_bytes(),
            &long(content.len()),
            &long(content.len()),
            &short(name.len()),
            &short(0),
        ]
        .concat();
        directory.extend(
            [&b"PK\x01\x02\x14\0"[..], &common, &[0; 10], &long(out.len()), name.as_bytes()].concat(),
        );
        out.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), content].concat());
    }
    let end = [
        &b"PK\x05\x06\0\0\0\0"[..],
        &short(files.len()),
        &short(files.len()),
        &long(directory.len()),
        &long(out.len()),
        &short(0),
    ]
    .concat();
    [out, directory, end].concat()
}

/// As zip and PNG reckon it.
pub fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    };
    !bytes.iter().fold(u32::MAX, step)
}

pub fn docx() -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b"<Relationships/>"),
        ("word/document.xml", b"<w:document/>"),
    ])
}

pub fn pdf(trailer: &str) -> Vec<u8> {
    let body =
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n";
    format!(
        "{body}xref\n0 1\n0000000000 65535 f \ntrailer<</Size 3/Root 1 0 R{trailer}>>\nstartxref\n9\n%%EOF\n"
    )
    .into_bytes()
}

/// A container of film and sound, of the brand given.
pub fn boxes(brand: &str) -> Vec<u8> {
    [&b"\0\0\0\x14ftyp"[..], brand.as_bytes(), b"\0\0\0\0isom\0\0\0\x08mdat"].concat()
}

/// A HEIC that says how large it is, and has no picture.
pub fn heic(width: u32, height: u32) -> Vec<u8> {
    let sized = |name: &[u8; 4], content: &[u8]| {
        [&u32::try_from(content.len() + 8).unwrap().to_be_bytes(), &name[..], content].concat()
    };
    let ispe = sized(b"ispe", &[&[0; 4], &width.to_be_bytes()[..], &height.to_be_bytes()].concat());
    let iprp = sized(b"iprp", &sized(b"ipco", &ispe));
    [sized(b"ftyp", b"heic\0\0\0\0mif1heic"), sized(b"meta", &[&[0; 4][..], &iprp].concat())].concat()
}

pub fn webm() -> Vec<u8> {
    let mut file = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm".to_vec();
    file.resize(300, 0);
    file
}

pub fn wav() -> Vec<u8> {
    b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0".to_vec()
}

/// An Office document locked with a password: a compound file, with the stream's name in its directory.
pub fn locked_docx() -> Vec<u8> {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    file.resize(1024, 0);
    [file, name].concat()
}
