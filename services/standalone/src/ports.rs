//! Where everything listens: loopback, at fixed distances from the first port.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use anyhow::bail;
use url::Url;

/// The addresses of one standalone system.
#[derive(Debug, Clone, Copy)]
pub struct Ports {
    base: u16,
}

/// One listener: how far it stands from the first port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(u16);

impl Place {
    pub const COMPLAINTS_PUBLIC: Self = Self(0);
    pub const COMPLAINTS_STAFF: Self = Self(1);
    pub const LEX_SARAH: Self = Self(2);
    pub const NOTIFICATIONS: Self = Self(3);
    pub const QUALITY: Self = Self(4);
    pub const IDENTITY_PROVIDER: Self = Self(10);
    pub const MAILBOX: Self = Self(11);
    pub const SMTP: Self = Self(12);

    const ALL: [Self; 8] = [
        Self::COMPLAINTS_PUBLIC,
        Self::COMPLAINTS_STAFF,
        Self::LEX_SARAH,
        Self::NOTIFICATIONS,
        Self::QUALITY,
        Self::IDENTITY_PROVIDER,
        Self::MAILBOX,
        Self::SMTP,
    ];

    /// Where a service answers those who run it.
    const fn operations(self) -> Self {
        Self(self.0 + 1000)
    }
}

impl Ports {
    pub const USUAL_BASE: u16 = 8080;

    pub const fn new(base: u16) -> Self {
        Self { base }
    }

    pub fn address(self, place: Place) -> SocketAddr {
        (Ipv4Addr::LOCALHOST, self.base + place.0).into()
    }

    pub fn operations(self, place: Place) -> SocketAddr {
        self.address(place.operations())
    }

    /// How people and programs reach it.
    pub fn origin(self, place: Place) -> String {
        format!("http://{}", self.address(place))
    }

    pub fn url(self, place: Place) -> Url {
        self.origin(place).parse().expect("an address on loopback")
    }

    /// Fails when a port is taken, before anything is made.
    pub fn are_free(self) -> anyhow::Result<()> {
        let services = Place::ALL[..5].iter().map(|place| place.operations());
        for place in Place::ALL.into_iter().chain(services) {
            let address = self.address(place);
            if let Err(error) = TcpListener::bind(address) {
                if error.kind() == std::io::ErrorKind::AddrInUse {
                    bail!(
                        "port {} is in use: stop what listens there (another lyssna?), or choose other ports with \
                         --port-base",
                        address.port()
                    );
                }
                bail!("cannot listen on {address}: {error}");
            }
        }
        Ok(())
    }
}
